import { Button, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { MeetingFamily } from '../../../shared/api-types.gen.ts';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useRecordTalk } from '../../queries/meetings.ts';
import { useWords } from '../../words/words.ts';
import { useDayWords } from '../parts/day-words.ts';
import { Note } from '../parts/section.tsx';
import { Sheet } from '../parts/sheet.tsx';
import styles from './activity.module.css';

interface TalkSheetProps {
  readonly meetingId: string;
  readonly family: MeetingFamily | undefined;
  readonly onClose: () => void;
}

/** A talk with a family that did not come, written down. */
export function TalkSheet({ meetingId, family, onClose }: TalkSheetProps) {
  const { t } = useWords();
  return (
    <Sheet
      open={family !== undefined}
      onClose={onClose}
      title={t('meeting.talkTitle', { name: family?.student_name ?? '' })}
    >
      {family && <TalkForm meetingId={meetingId} family={family} onDone={onClose} />}
    </Sheet>
  );
}

interface Talk {
  readonly carer_id: string;
  readonly on: Dayjs;
  readonly minutes: number;
  readonly note: string;
}

interface TalkFormProps {
  readonly meetingId: string;
  readonly family: MeetingFamily;
  readonly onDone: () => void;
}

const USUAL_MINUTES = 20;

function TalkForm({ meetingId, family, onDone }: TalkFormProps) {
  const { t } = useWords();
  useDayWords();
  const sayWhenDone = useSayWhenDone();
  const record = useRecordTalk(meetingId);
  const begin = {
    carer_id: family.carers[0]?.id ?? '',
    on: dayjs(),
    minutes: USUAL_MINUTES,
    note: '',
  };
  return (
    <>
      <Note>{t('meeting.talkText')}</Note>
      <Form<Talk>
        layout="vertical"
        requiredMark="optional"
        className={styles.changing ?? ''}
        initialValues={begin}
        onFinish={({ on, note, ...talk }) =>
          sayWhenDone(
            record.mutateAsync(
              { ...talk, student_id: family.student_id, on: on.format('YYYY-MM-DD'), note },
              { onSuccess: onDone },
            ),
            t('meeting.talked'),
          )
        }
      >
        <Form.Item name="carer_id" label={t('meeting.withWhom')} rules={[{ required: true }]}>
          <Select options={family.carers.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="on" label={t('activityForm.day')} rules={[{ required: true }]}>
          <DatePicker />
        </Form.Item>
        <Form.Item name="minutes" label={t('attendance.minutes')} rules={[{ required: true }]}>
          <InputNumber min={1} max={480} precision={0} suffix={t('attendance.minuteUnit')} />
        </Form.Item>
        <Form.Item name="note" label={t('attendance.note')}>
          <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <ProblemLine error={record.error} />
        <Button type="primary" htmlType="submit" loading={record.isPending}>
          {t('meeting.record')}
        </Button>
      </Form>
    </>
  );
}
