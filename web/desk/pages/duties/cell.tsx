import type { DutyCell, DutyRow } from '../../../shared/api-types.gen.ts';
import { useMay } from '../../../shared/queries/me.ts';
import { Link } from '../../links.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../parts/say.ts';
import styles from './duties.module.css';

/** Colour alone says nothing to some. */
export const signs = {
  none: '',
  unrecorded: '○',
  done: '✓',
  'done-late': '✓',
  excused: '✓',
  due: '…',
  amber: '!',
  late: '✕',
} as const;

interface CellProps {
  readonly row: DutyRow;
  readonly cell: DutyCell;
  readonly place: string;
}

/** How far a place is with a duty: a sign, a word and figures; a click leads to whose tasks they are. */
export function Cell({ row, cell, place }: CellProps) {
  const { t } = useWords();
  const say = useSay();
  const { state, done, tasks } = cell;
  const word = t(`duties.states.${state}`);
  const may = useMay();
  const look = `${styles.cell} ${styles[state]}`;
  const figures = (
    <>
      <span>{t('duties.of', { done, tasks })}</span>
      <span className={styles.word}>
        <span aria-hidden="true">{signs[state]} </span>
        {word}
      </span>
    </>
  );
  // Whose children they are is not for everyone who may know how many.
  if (row.holders === 'student' && !may('students.read')) {
    return <span className={look}>{figures}</span>;
  }
  return (
    <Link
      to="/duties/$dutyId"
      params={{ dutyId: row.duty }}
      search={{ place: cell.place, period: row.period }}
      className={look}
    >
      {figures}
      <span className={styles.heard}>{t('duties.cell', { duty: say(row.title), place })}</span>
    </Link>
  );
}
