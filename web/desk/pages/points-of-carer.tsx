import type { Answer } from '../../shared/api.ts';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { formatDay, formatHours, formatPoints, pointsOf } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { usePageParams } from '../links.ts';
import { usePointsOfCarer } from '../queries/points.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { FilterRow } from './parts/filter-row.tsx';
import { ListTable } from './parts/list-table.tsx';
import { useSay } from './parts/say.ts';
import { SheetLink } from './parts/sheet-link.tsx';
import { Tag } from './parts/tag.tsx';
import styles from './points/points.module.css';

type Entry = Answer<'GET /api/v1/carers/{id}/points'>['items'][number];

/** Each point with the deed and the rule behind it; what was taken back stays, struck through, with the reason. */
export function Page() {
  const { t } = useWords();
  const language = useLanguage();
  const { personId } = usePageParams<'/points/$personId'>();
  const points = usePointsOfCarer(personId);
  const first = points.data?.pages[0];
  return (
    <>
      <PageHead
        title={first ? t('pointsOfCarer.of', { name: first.carer.name }) : t('pointsOfCarer.title')}
        lead={t('pointsOfCarer.lead')}
        actions={
          first && (
            <p className={styles.balance}>
              {t('pointsOfCarer.balance')} <strong>{formatPoints(first.balance, language)}</strong>
            </p>
          )
        }
      />
      <FilterRow>
        <SheetLink name="GET /api/v1/carers/{id}/points/sheet" params={{ id: personId }} />
      </FilterRow>
      <ListTable<Entry>
        question={points}
        label={t('pointsOfCarer.title')}
        rowKey={({ sequence }) => String(sequence)}
        empty={<EmptyState title={t('pointsOfCarer.none')} text={t('pointsOfCarer.noneText')} />}
        columns={useColumns()}
      />
    </>
  );
}

function useColumns() {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  return [
    {
      title: t('pointsOfCarer.when'),
      render: (_: unknown, { deed }: Entry) => formatDay(deed.at, language),
    },
    {
      title: t('pointsOfCarer.what'),
      render: (_: unknown, entry: Entry) => <Deed entry={entry} />,
    },
    {
      title: t('pointsOfCarer.howLong'),
      render: (_: unknown, { deed }: Entry) =>
        deed.unit === 'minutes' ? formatHours(deed.quantity, language) : t('pointsOfCarer.once'),
    },
    {
      title: t('pointsOfCarer.rule'),
      render: (_: unknown, { rule }: Entry) => (
        <div className={styles.what}>
          <span>{say(rule.title)}</span>
          <span className={styles.soft}>
            {t('pointsOfCarer.ruleOf', { clause: rule.clause, version: rule.version })}
          </span>
        </div>
      ),
    },
    {
      title: t('pointsOfCarer.amount'),
      align: 'right' as const,
      render: (_: unknown, { amount, taken_back }: Entry) => (
        <span className={amount < 0 ? styles.less : styles.more}>
          {taken_back ? <s>{signed(amount)}</s> : signed(amount)}
        </span>
      ),
    },
  ];
}

function signed(amount: number): string {
  return `${amount < 0 ? '−' : '+'}${pointsOf(Math.abs(amount))}`;
}

function Deed({ entry }: { readonly entry: Entry }) {
  const { t } = useWords();
  const say = useSay();
  const { deed, taken_back, reversal, capped, reason } = entry;
  const title = deed.activity_title ?? say(deed.kind_name);
  return (
    <div className={styles.what}>
      <span>
        {taken_back ? <s>{title}</s> : <strong>{title}</strong>}{' '}
        {taken_back && <Tag tone="brick">{t('pointsOfCarer.takenBack')}</Tag>}
        {reversal && <Tag tone="brick">{t('pointsOfCarer.correction')}</Tag>}
        {capped && !reversal && <Tag tone="amber">{t('pointsOfCarer.capped')}</Tag>}
      </span>
      <span className={styles.soft}>{say(reason)}</span>
      {reversal && (
        <span className={styles.why}>
          {t('pointsOfCarer.because', { reason: reversal.reason })}
        </span>
      )}
    </div>
  );
}
