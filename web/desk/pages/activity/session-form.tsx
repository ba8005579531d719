import { Button, DatePicker, Form, Input, InputNumber } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import type { ActivityDetail } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import styles from '../activities/activity-form.module.css';
import { useDayWords } from '../parts/day-words.ts';
import { TimeField } from '../parts/time-field.tsx';

/** A session, or a row of them, as the form holds it. */
interface SessionDraft {
  readonly day: Dayjs | null;
  readonly from: Dayjs | null;
  readonly until: Dayjs | null;
  readonly minutes: number | null;
  readonly pause: number | null;
  readonly label: string;
  readonly team: string;
  readonly place: string;
  readonly capacity: number | null;
}

/** Begins where the activity does. */
export function emptySession({ begins_at, ends_at, place }: ActivityDetail): SessionDraft {
  const until = dayjs(ends_at);
  const isOneDay = until.isSame(begins_at, 'day');
  return {
    day: dayjs(begins_at),
    from: dayjs(begins_at),
    until: isOneDay ? until : null,
    minutes: null,
    pause: 0,
    label: '',
    team: '',
    place,
    capacity: null,
  };
}

export function sessionDraftOf(session: ActivityDetail, label: string, team: string): SessionDraft {
  const { begins_at, ends_at, place, capacity } = session;
  const times = { day: dayjs(begins_at), from: dayjs(begins_at), until: dayjs(ends_at) };
  return { ...times, minutes: null, pause: 0, label, team, place, capacity };
}

/** What the server takes. */
interface WrittenSession {
  readonly begins_at: string;
  readonly ends_at: string;
  readonly minutes: number | null;
  readonly pause: number;
  readonly label: string;
  readonly team: string;
  readonly place: string;
  readonly capacity: number | null;
}

function writtenOf(draft: SessionDraft): WrittenSession {
  const at = (time: Dayjs | null) =>
    (draft.day ?? dayjs())
      .startOf('day')
      .hour(time?.hour() ?? 0)
      .minute(time?.minute() ?? 0)
      .toISOString();
  return {
    begins_at: at(draft.from),
    ends_at: at(draft.until),
    minutes: draft.minutes,
    pause: draft.pause ?? 0,
    label: draft.label.trim(),
    team: draft.team.trim(),
    place: draft.place.trim(),
    capacity: draft.capacity,
  };
}

interface SessionFormProps {
  readonly session: SessionDraft;
  /** May make several at once, of equal length. */
  readonly divides?: boolean;
  readonly submitWord: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSubmit: (written: WrittenSession) => Promise<void>;
}

/** When, how long each, where, for how many. */
export function SessionForm(props: SessionFormProps) {
  const { session, divides = false, submitWord, busy, error, onSubmit } = props;
  useDayWords();
  return (
    <Form<SessionDraft>
      layout="vertical"
      requiredMark="optional"
      initialValues={session}
      onFinish={(filled) => {
        onSubmit(writtenOf({ ...session, ...filled })).catch(() => {
          // Shown above the button.
        });
      }}
    >
      <TimeFields />
      {divides && <DivideFields />}
      <PlaceFields />
      <ProblemLine error={error} />
      <Button type="primary" htmlType="submit" loading={busy}>
        {submitWord}
      </Button>
    </Form>
  );
}

function TimeFields() {
  const { t } = useWords();
  const required = [{ required: true, message: t('activityForm.whenMissing') }];
  return (
    <div className={styles.three}>
      <Form.Item name="day" label={t('activityForm.day')} rules={required}>
        <DatePicker className={styles.wide ?? ''} />
      </Form.Item>
      <Form.Item name="from" label={t('activityForm.from')} rules={required}>
        <TimeField />
      </Form.Item>
      <Form.Item name="until" label={t('activityForm.until')} rules={required}>
        <TimeField />
      </Form.Item>
    </div>
  );
}

function DivideFields() {
  const { t } = useWords();
  return (
    <div className={styles.two}>
      <Form.Item name="minutes" label={t('sessions.minutes')} extra={t('sessions.minutesHint')}>
        <InputNumber min={5} max={1440} precision={0} className={styles.wide ?? ''} />
      </Form.Item>
      <Form.Item name="pause" label={t('sessions.pause')}>
        <InputNumber min={0} max={240} precision={0} className={styles.wide ?? ''} />
      </Form.Item>
    </div>
  );
}

function PlaceFields() {
  const { t } = useWords();
  return (
    <>
      <div className={styles.two}>
        <Form.Item name="label" label={t('sessions.label')} extra={t('sessions.labelHint')}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="team" label={t('sessions.team')} extra={t('sessions.teamHint')}>
          <Input maxLength={30} />
        </Form.Item>
      </div>
      <div className={styles.two}>
        <Form.Item
          name="place"
          label={t('activityForm.place')}
          rules={[{ required: true, whitespace: true, message: t('activityForm.placeMissing') }]}
        >
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item
          name="capacity"
          label={t('activityForm.capacity')}
          extra={t('sessions.capacityHint')}
        >
          <InputNumber min={1} max={100000} precision={0} className={styles.wide ?? ''} />
        </Form.Item>
      </div>
    </>
  );
}
