import { Checkbox } from 'antd';
import type { ChildrenWhoCame as Came } from '../../../shared/api-types.gen.ts';
import { Asked } from '../../../shared/components/asked.tsx';
import { useChildrenWhoCame, useTickChildren } from '../../queries/attendance.ts';
import { useWords } from '../../words/words.ts';
import styles from './children-who-came.module.css';
import { useProblemBox } from './problem-box.ts';

/** Where carer and child come together: which children are there, ticked at the door while nothing counts yet. */
export function ChildrenWhoCame({ attendanceId }: { readonly attendanceId: string }) {
  const children = useChildrenWhoCame(attendanceId);
  return (
    <Asked question={children}>{(came) => <Ticks attendanceId={attendanceId} came={came} />}</Asked>
  );
}

function Ticks({ attendanceId, came }: { readonly attendanceId: string; readonly came: Came }) {
  const { t } = useWords();
  const tick = useTickChildren(attendanceId);
  const showProblem = useProblemBox();
  const options = useChildOptions(came);
  const ticked = childrenTicked(came);
  return (
    <fieldset className={styles.children}>
      <legend className={styles.legend}>{t('attendance.withWhom')}</legend>
      <Checkbox.Group
        className={styles.ticks ?? ''}
        options={options}
        value={ticked}
        disabled={came.is_settled}
        onChange={(ids) => tick.mutate(ids, { onError: showProblem })}
      />
      {ticked.length === 0 && <p className={styles.alone}>{t('attendance.noChild')}</p>}
    </fieldset>
  );
}

export const childrenTicked = ({ items }: Came): string[] =>
  items.filter(({ came }) => came).map(({ id }) => id);

/** Each child by name; those out of the reader's reach by number. */
export function useChildOptions({ items }: Came) {
  const { t } = useWords();
  return items.map(({ id, name }, index) => ({
    value: id,
    label: name ?? t('attendance.childNumber', { number: index + 1 }),
  }));
}
