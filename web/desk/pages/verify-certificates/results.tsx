import { Segmented } from 'antd';
import type { VerifiedLine, VerifiedLines } from '../../../shared/api-types.gen.ts';
import { formatDay, formatInstant } from '../../../shared/format.ts';
import { AlertIcon, CloseIcon, DoneIcon } from '../../../shared/icons.tsx';
import { useLanguage } from '../../../shared/words/words.ts';
import { useListFilters } from '../../links.ts';
import { useWords } from '../../words/words.ts';
import { RowsTable } from '../parts/list-table.tsx';
import { useSay } from '../parts/say.ts';
import { Tag, type Tone } from '../parts/tag.tsx';
import { SaveResults } from './save-results.tsx';
import styles from './verify-certificates.module.css';

/** Bad: not to be accepted. Doubt: a person should look. */
const weights: Readonly<Record<VerifiedLine['outcome'], 'good' | 'doubt' | 'bad'>> = {
  valid: 'good',
  'not-signed-yet': 'doubt',
  'name-differs': 'doubt',
  suspended: 'doubt',
  contested: 'doubt',
  replaced: 'doubt',
  expired: 'doubt',
  'details-differ': 'doubt',
  'link-forged': 'bad',
  unreadable: 'bad',
  'not-found': 'bad',
  revoked: 'bad',
  'signature-broken': 'bad',
};
const tones: Readonly<Record<'good' | 'doubt' | 'bad', Tone>> = {
  good: 'mint',
  doubt: 'amber',
  bad: 'brick',
};
const signs = { good: DoneIcon, doubt: AlertIcon, bad: CloseIcon } as const;

/** A line each, with colour, sign and word. */
export function Results({ answer }: { readonly answer: VerifiedLines }) {
  const { t } = useWords();
  const language = useLanguage();
  const [{ shown }, setFilters] = useListFilters({ shown: 'all' });
  const { lines, checked_at } = answer;
  const good = lines.filter(({ outcome }) => outcome === 'valid');
  const rest = lines.filter(({ outcome }) => outcome !== 'valid');
  const rows = { all: lines, good, rest }[shown] ?? lines;
  return (
    <section className={styles.stack} aria-label={t('verifyCertificates.results')}>
      <div className={styles.foot}>
        <Segmented
          value={shown}
          onChange={(next) => setFilters({ shown: String(next) })}
          options={[
            { value: 'all', label: t('verifyCertificates.all', { count: lines.length }) },
            { value: 'good', label: t('verifyCertificates.good', { count: good.length }) },
            { value: 'rest', label: t('verifyCertificates.rest', { count: rest.length }) },
          ]}
        />
        <SaveResults lines={rows} />
      </div>
      <RowsTable<VerifiedLine>
        label={t('verifyCertificates.results')}
        rows={rows}
        rowKey={({ number, child_name }) => `${number} ${child_name}`}
        columns={useColumns()}
      />
      <p className={styles.soft}>
        {t('verifyCertificates.checkedAt', { at: formatInstant(checked_at, language) })}
      </p>
    </section>
  );
}

function useColumns() {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  return [
    {
      title: t('verifyCertificates.number'),
      render: (_: unknown, { number }: VerifiedLine) => (
        <span className={styles.number}>{number}</span>
      ),
    },
    {
      title: t('verifyCertificates.name'),
      render: (_: unknown, line: VerifiedLine) => line.child_name ?? '—',
    },
    {
      title: t('verifyCertificates.result'),
      render: (_: unknown, { outcome, says }: VerifiedLine) => {
        const weight = weights[outcome];
        const Sign = signs[weight];
        return (
          <div className={styles.result}>
            <Tag tone={tones[weight]}>
              <Sign size={1.2} /> {t(`verifyCertificates.outcomes.${outcome}`)}
            </Tag>
            {outcome !== 'valid' && <span className={styles.soft}>{say(says)}</span>}
          </div>
        );
      },
    },
    {
      title: t('verifyCertificates.maskedName'),
      render: (_: unknown, line: VerifiedLine) => line.masked_name ?? '—',
    },
    {
      title: t('verifyCertificates.lastFour'),
      render: (_: unknown, line: VerifiedLine) => line.id_number_last_four ?? '—',
    },
    {
      title: t('verifyCertificates.until'),
      render: (_: unknown, { valid_until: until }: VerifiedLine) =>
        until ? formatDay(until, language) : '—',
    },
  ];
}
