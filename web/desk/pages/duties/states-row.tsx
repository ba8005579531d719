import type { DutyRow } from '../../../shared/api-types.gen.ts';
import { useWords } from '../../words/words.ts';
import { signs } from './cell.tsx';
import styles from './duties.module.css';

/** The worst first. `none` has no row. */
const shownStates = ['late', 'amber', 'due', 'unrecorded', 'done-late', 'done', 'excused'] as const;

interface StatesRowProps {
  readonly rows: readonly DutyRow[];
  readonly chosen: string;
  readonly onChoose: (state: string) => void;
}

/** The legend, which counts, and narrows the table to a state. */
export function StatesRow({ rows, chosen, onChoose }: StatesRowProps) {
  const { t } = useWords();
  return (
    <ul className={styles.states} aria-label={t('duties.legend')}>
      {shownStates.map((state) => {
        const count = rows.filter(({ whole }) => whole.state === state).length;
        if (count === 0 && chosen !== state) return null;
        return (
          <li key={state}>
            <button
              type="button"
              className={`${styles.stateChoice} ${styles[state]}`}
              aria-pressed={chosen === state}
              onClick={() => onChoose(chosen === state ? '' : state)}
            >
              <span aria-hidden="true">{signs[state]}</span> {t(`duties.states.${state}`)}{' '}
              <strong>{count}</strong>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
