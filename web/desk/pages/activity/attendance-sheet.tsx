import { Button, Checkbox, Form, Input, InputNumber } from 'antd';
import type {
  AttendanceCorrection,
  ChildrenWhoCame as ChildrenCame,
} from '../../../shared/api-types.gen.ts';
import { Asked } from '../../../shared/components/asked.tsx';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { formatHours, formatInstant } from '../../../shared/format.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useLanguage } from '../../../shared/words/words.ts';
import {
  useAttendance,
  useChildrenWhoCame,
  useCorrectAttendance,
} from '../../queries/attendance.ts';
import type { AttendanceDetail } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { ChildrenWhoCame, childrenTicked, useChildOptions } from '../parts/children-who-came.tsx';
import { Note, Section } from '../parts/section.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Terms } from '../parts/terms.tsx';
import styles from './activity.module.css';

interface AttendanceSheetProps {
  /** Empty: nothing is open. */
  readonly attendanceId: string;
  readonly mayCorrect: boolean;
  /** Carer and child come together: who came along matters. */
  readonly withChildren: boolean;
  readonly onClose: () => void;
}

/** From when to when somebody was there, by which way it was taken, and every correction with its reason. */
export function AttendanceSheet({ onClose, ...shown }: AttendanceSheetProps) {
  const { t } = useWords();
  return (
    <Sheet open={shown.attendanceId !== ''} onClose={onClose} title={t('attendance.title')}>
      {shown.attendanceId && <Loaded {...shown} />}
    </Sheet>
  );
}

function Loaded({ attendanceId, mayCorrect, withChildren }: Omit<AttendanceSheetProps, 'onClose'>) {
  const attendance = useAttendance(attendanceId);
  // Asked from here: the form begins anew with each correction, and what is to be said after it would be lost.
  const correct = useCorrectAttendance(attendanceId);
  return (
    <Asked question={attendance} lines={6}>
      {(detail) => (
        <>
          <Facts attendance={detail} />
          {withChildren && !(isSettled(detail) && mayCorrect) && (
            <ChildrenWhoCame attendanceId={attendanceId} />
          )}
          <Corrections attendance={detail} />
          {mayCorrect && (
            <Correction
              key={detail.version}
              attendance={detail}
              correct={correct}
              withChildren={withChildren}
            />
          )}
        </>
      )}
    </Asked>
  );
}

/** Minutes stand: who came along is then a matter of the correction. */
const isSettled = ({ minutes }: AttendanceDetail) => minutes !== null;

const ways = ['pass', 'hall-code', 'staff', 'offline', 'paper', 'finish'] as const;

function Facts({ attendance }: { readonly attendance: AttendanceDetail }) {
  const { t } = useWords();
  const language = useLanguage();
  const wayOf = (method: string | null) => {
    const way = ways.find((one) => one === method);
    return way ? t(`attendance.ways.${way}`) : '';
  };
  const { entered_at, entry_method, left_at, exit_method, minutes } = attendance;
  return (
    <Terms
      rows={[
        { term: t('attendance.carer'), value: attendance.carer_name },
        {
          term: t('attendance.entered'),
          value: `${formatInstant(entered_at, language)} · ${wayOf(entry_method)}`,
        },
        {
          term: t('attendance.left'),
          value: left_at
            ? `${formatInstant(left_at, language)} · ${wayOf(exit_method)}`
            : t('attendance.notLeft'),
        },
        {
          term: t('attendance.minutes'),
          value:
            minutes === null
              ? t('attendance.notSettled')
              : t('attendance.minutesOf', { minutes, hours: formatHours(minutes, language) }),
        },
        { term: t('attendance.note'), value: attendance.note },
      ]}
    />
  );
}

function Corrections({ attendance }: { readonly attendance: AttendanceDetail }) {
  const { t } = useWords();
  const language = useLanguage();
  if (attendance.corrections.length === 0) return null;
  return (
    <Section title={t('attendance.corrections')}>
      <ol className={styles.choices}>
        {attendance.corrections.map((correction) => (
          <li key={correction.version}>
            <p>
              {t('attendance.fromTo', {
                before: correction.minutes_before ?? '—',
                after: correction.minutes_after,
              })}
              {correction.children_after !== null &&
                t('attendance.childrenFromTo', {
                  before: correction.children_before ?? '—',
                  after: correction.children_after,
                })}
              {t('attendance.because', { reason: correction.reason })}
            </p>
            <p className={styles.soft}>
              {correction.corrected_by} · {formatInstant(correction.corrected_at, language)}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

interface CorrectionProps {
  readonly attendance: AttendanceDetail;
  readonly correct: ReturnType<typeof useCorrectAttendance>;
  readonly withChildren: boolean;
}

/** Nothing is overwritten: a correction is a new line with its reason, and points follow it. */
function Correction({ attendance, correct, withChildren }: CorrectionProps) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  return (
    <Section title={t('attendance.correct')}>
      <Note>{t('attendance.correctNote')}</Note>
      <Form<AttendanceCorrection>
        layout="vertical"
        requiredMark={false}
        className={styles.changing ?? ''}
        initialValues={{ minutes: attendance.minutes ?? 0, reason: '' }}
        onFinish={(written) =>
          sayWhenDone(correct.mutateAsync(written), t('attendance.correctedNow'))
        }
      >
        <Form.Item
          name="minutes"
          label={t('attendance.shouldBe')}
          extra={t('attendance.zeroTakesBack')}
          rules={[{ required: true, message: t('attendance.minutesMissing') }]}
        >
          <InputNumber min={0} max={1440} precision={0} suffix={t('attendance.minuteUnit')} />
        </Form.Item>
        {withChildren && isSettled(attendance) && (
          <ChildrenField attendanceId={attendance.attendance_id} />
        )}
        <Form.Item
          name="reason"
          label={t('attendance.reason')}
          rules={[{ required: true, whitespace: true, message: t('attendance.reasonMissing') }]}
        >
          <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <ProblemLine error={correct.error} />
        <Button type="primary" htmlType="submit" loading={correct.isPending}>
          {t('attendance.correct')}
        </Button>
      </Form>
    </Section>
  );
}

function ChildrenField({ attendanceId }: { readonly attendanceId: string }) {
  const children = useChildrenWhoCame(attendanceId);
  return (
    <Asked question={children} lines={2}>
      {(came) => <ChildrenOfCorrection came={came} />}
    </Asked>
  );
}

function ChildrenOfCorrection({ came }: { readonly came: ChildrenCame }) {
  const { t } = useWords();
  return (
    <Form.Item
      name="student_ids"
      label={t('attendance.withWhom')}
      initialValue={childrenTicked(came)}
    >
      <Checkbox.Group options={useChildOptions(came)} />
    </Form.Item>
  );
}
