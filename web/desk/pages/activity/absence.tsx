import { Button, Dropdown } from 'antd';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { useExcuseAbsence } from '../../queries/attendance.ts';
import type { ActivityDetail, RegistrationRow } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { useProblemBox } from '../parts/problem-box.ts';
import styles from './activity.module.css';

const reasons = ['ill', 'work', 'on-the-way', 'other'] as const;

interface AbsenceProps {
  readonly activity: ActivityDetail;
  readonly row: RegistrationRow;
}

/** Who had a place and did not come: why, or the way to note down what the family said. */
export function Absence({ activity, row }: AbsenceProps) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const showProblem = useProblemBox();
  const excuse = useExcuseAbsence(activity.activity_id);
  const arranges = activity.desk?.actions.includes('correct') ?? false;
  const isMissing =
    activity.state === 'finished' &&
    row.state === 'registered' &&
    row.carers.every(({ entered_at: entered }) => entered === null);
  if (!isMissing) return null;
  if (row.excuse) {
    const reason = t(`registrations.excuses.${row.excuse}`);
    return <div className={styles.soft}>{t('registrations.excused', { reason })}</div>;
  }
  if (!arranges) return null;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: reasons.map((reason) => ({
          key: reason,
          label: t(`registrations.excuses.${reason}`),
          onClick: () =>
            sayWhenDone(
              excuse.mutateAsync({ registrationId: row.id, reason }, { onError: showProblem }),
              t('registrations.excusedNow'),
            ),
        })),
      }}
    >
      <Button type="link" size="small" loading={excuse.isPending}>
        {t('registrations.excuse')}
      </Button>
    </Dropdown>
  );
}
