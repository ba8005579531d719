import { Checkbox, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { formatInstant } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { useScanConflicts } from '../../queries/scanner.ts';
import type { ActivityDetail, ScanConflict } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { ListTable } from '../parts/list-table.tsx';
import { useSay } from '../parts/say.ts';
import { Section } from '../parts/section.tsx';
import { Tag } from '../parts/tag.tsx';
import styles from './activity.module.css';
import { DecideConflicts } from './decide-conflicts.tsx';

/** Scans that the program could not take by itself. Nothing is shown where there never was one. */
export function Conflicts({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [decidedToo, setDecidedToo] = useState(false);
  const conflicts = useScanConflicts(activity.activity_id);
  const mayDecide = activity.desk?.actions.includes('correct') ?? false;
  const columns = useColumns(
    mayDecide ? { chosen, setChosen } : { chosen: [], setChosen: undefined },
  );
  const all = conflicts.data?.pages.flatMap(({ items }) => items) ?? [];
  if (all.length === 0) return null;
  const open = all.filter(({ state }) => state === 'open');
  const shown = decidedToo ? all : open;
  const question = { ...conflicts, data: { pages: [{ items: shown }] } };
  return (
    <Section
      title={open.length > 0 ? `${t('conflicts.title')} (${open.length})` : t('conflicts.title')}
      action={
        all.length > open.length && (
          <Checkbox checked={decidedToo} onChange={({ target }) => setDecidedToo(target.checked)}>
            {t('conflicts.showDecided')}
          </Checkbox>
        )
      }
    >
      <p className={styles.soft}>{t('conflicts.lead')}</p>
      {mayDecide && open.length > 0 && (
        <DecideConflicts
          activityId={activity.activity_id}
          chosen={open.filter(({ scan_id }) => chosen.includes(scan_id))}
          onDone={() => setChosen([])}
        />
      )}
      <ListTable<ScanConflict>
        question={question}
        label={t('conflicts.title')}
        rowKey={({ scan_id }) => scan_id}
        empty={<p>{t('conflicts.none')}</p>}
        columns={columns}
      />
    </Section>
  );
}

interface Choosing {
  readonly chosen: readonly string[];
  /** Undefined for whoever may look and not decide. */
  readonly setChosen: ((ids: readonly string[]) => void) | undefined;
}

function useColumns({ chosen, setChosen }: Choosing): TableColumnsType<ScanConflict> {
  const { t } = useWords();
  const language = useLanguage();
  const say = useSay();
  const toggle = (id: string) =>
    setChosen?.(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return [
    {
      title: t('conflicts.who'),
      render: (_, one) => (
        <div className={styles.line}>
          {one.state === 'open' && setChosen ? (
            <Checkbox
              checked={chosen.includes(one.scan_id)}
              onChange={() => toggle(one.scan_id)}
              aria-label={t('conflicts.choose', {
                name: one.carer_name ?? t('conflicts.nobody'),
                time: formatInstant(one.happened_at, language),
              })}
            >
              {one.carer_name ?? t('conflicts.nobody')}
            </Checkbox>
          ) : (
            <span>{one.carer_name ?? t('conflicts.nobody')}</span>
          )}
          {one.has_come && one.state === 'open' && <Tag tone="mint">{t('conflicts.came')}</Tag>}
        </div>
      ),
    },
    {
      title: t('conflicts.when'),
      render: (_, one) => (
        <div className={styles.line}>
          <span>{formatInstant(one.happened_at, language)}</span>
          {one.direction && <span className={styles.soft}>{t(`conflicts.${one.direction}`)}</span>}
        </div>
      ),
    },
    { title: t('conflicts.why'), render: (_, one) => say(one.reason_words) },
    {
      title: t('conflicts.how'),
      render: (_, { device, sent_by }) => t('conflicts.device', { device, name: sent_by }),
    },
    {
      title: t('conflicts.state'),
      render: (_, one) => (
        <div className={styles.line}>
          <span>{t(`conflicts.${one.state}`)}</span>
          {one.note && (
            <span className={styles.soft}>
              {t('conflicts.decidedBy', { name: one.decided_by ?? '', note: one.note })}
            </span>
          )}
        </div>
      ),
    },
  ];
}
