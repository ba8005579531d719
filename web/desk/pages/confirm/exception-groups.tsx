import { Button } from 'antd';
import { useState } from 'react';
import { useToast } from '../../../shared/components/toast.tsx';
import { formatHours, formatInstant } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { useDropHelper, useRecordPresence } from '../../queries/afterwards.ts';
import type { ActivityDetail, ExceptionRow, Exceptions } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { useProblemBox } from '../parts/problem-box.ts';
import styles from './confirm.module.css';
import { PresenceBox } from './presence-box.tsx';

const codes = [
  'helper-not-seen',
  'not-seen',
  'not-registered',
  'no-exit',
  'short-stay',
  'by-hand',
] as const;

/** A longer group is a headline first: the others must not be lost below it. */
const MOST_OPEN = 12;

interface ExceptionGroupsProps {
  readonly activity: ActivityDetail;
  readonly exceptions: Exceptions;
  readonly onOpen: (attendanceId: string) => void;
}

/** The exceptions by what is unusual, each with its one tap; what needs none stays as it is. */
export function ExceptionGroups({ activity, exceptions, onOpen }: ExceptionGroupsProps) {
  const { t } = useWords();
  const [asked, setAsked] = useState<ExceptionRow>();
  return (
    <>
      {codes.map((code) => {
        const rows = exceptions.items.filter((one) => one.code === code);
        if (rows.length === 0) return null;
        return (
          <details
            key={code}
            className={styles.group}
            open={code !== 'by-hand' && rows.length <= MOST_OPEN}
          >
            <summary>
              {t(`confirm.codes.${code}`)}
              <span className={styles.count}>{rows.length}</span>
            </summary>
            <p className={styles.soft}>{t(`confirm.codeTexts.${code}`)}</p>
            <ul className={styles.rows}>
              {rows.map((row) => (
                <li key={`${row.activity_id} ${row.carer_id}`} className={styles.row}>
                  <Who row={row} />
                  <Solve activity={activity} row={row} onOpen={onOpen} onAsk={setAsked} />
                </li>
              ))}
            </ul>
          </details>
        );
      })}
      <PresenceBox row={asked} onClose={() => setAsked(undefined)} />
    </>
  );
}

function Who({ row }: { readonly row: ExceptionRow }) {
  const { t } = useWords();
  const language = useLanguage();
  const said = [
    row.children.join('、'),
    row.entered_at && t('confirm.entered', { at: formatInstant(row.entered_at, language) }),
    row.minutes !== null && formatHours(row.minutes, language),
    row.note,
  ];
  return (
    <span className={styles.who}>
      <strong>{row.carer_name}</strong>
      <span className={styles.soft}>{said.filter(Boolean).join(' · ')}</span>
    </span>
  );
}

interface SolveProps {
  readonly activity: ActivityDetail;
  readonly row: ExceptionRow;
  readonly onOpen: (attendanceId: string) => void;
  readonly onAsk: (row: ExceptionRow) => void;
}

function Solve({ activity, row, onOpen, onAsk }: SolveProps) {
  const { t } = useWords();
  const may = (action: 'correct') => activity.desk?.actions.includes(action) ?? false;
  if (row.code === 'helper-not-seen') return <HelperCame row={row} />;
  const { attendance_id: attendance } = row;
  if (attendance === null) {
    if (!may('correct')) return null;
    return <Button onClick={() => onAsk(row)}>{t('confirm.cameAfterAll')}</Button>;
  }
  return (
    <Button onClick={() => onOpen(attendance)}>
      {t(row.code === 'no-exit' && may('correct') ? 'confirm.leftEarly' : 'confirm.look')}
    </Button>
  );
}

/** The host named them and knows whether they came. */
function HelperCame({ row }: Pick<SolveProps, 'row'>) {
  const { t } = useWords();
  const say = useToast();
  const showProblem = useProblemBox();
  const came = useRecordPresence(row.activity_id);
  const drop = useDropHelper(row.activity_id);
  // Awaited: the row is gone by the time that it is said.
  const send = async () => {
    await came.mutateAsync({ carer_id: row.carer_id, reason: t('confirm.asHelper') });
    say(t('confirm.written', { name: row.carer_name }));
  };
  return (
    <span className={styles.ways}>
      <Button
        type="primary"
        ghost
        loading={came.isPending}
        onClick={() => void send().catch(showProblem)}
      >
        {t('confirm.helperCame')}
      </Button>
      <Button
        loading={drop.isPending}
        onClick={() => drop.mutate(row.carer_id, { onError: showProblem })}
      >
        {t('confirm.helperAbsent')}
      </Button>
    </span>
  );
}
