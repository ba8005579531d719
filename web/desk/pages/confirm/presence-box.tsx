import { AutoComplete, Form, InputNumber, Modal } from 'antd';
import { useToast } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useSharedWords } from '../../../shared/words/words.ts';
import { useRecordPresence } from '../../queries/afterwards.ts';
import type { ExceptionRow } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';

interface PresenceBoxProps {
  /** Of whom; nothing: closed. */
  readonly row: ExceptionRow | undefined;
  readonly onClose: () => void;
}

/** They came after all: for how long, and how one knows. Both are filled in with what is usual. */
export function PresenceBox({ row, onClose }: PresenceBoxProps) {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const say = useToast();
  const record = useRecordPresence(row?.activity_id ?? '');
  const [form] = Form.useForm<{ minutes: number; reason: string }>();
  const reasons = [
    t('confirm.reasons.missed'),
    t('confirm.reasons.paper'),
    t('confirm.reasons.phone'),
  ];
  const send = async () => {
    const { minutes, reason } = await form.validateFields();
    await record.mutateAsync({ carer_id: row?.carer_id ?? '', minutes, reason });
    say(t('confirm.written', { name: row?.carer_name ?? '' }));
    onClose();
  };
  return (
    <Modal
      open={row !== undefined}
      onCancel={onClose}
      title={t('confirm.cameTitle', { name: row?.carer_name ?? '' })}
      okText={t('confirm.write')}
      cancelText={shared('do.back')}
      confirmLoading={record.isPending}
      onOk={() => void send().catch(() => {})}
      closable={{ 'aria-label': shared('do.close') }}
      destroyOnHidden
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        initialValues={{ minutes: row?.planned_minutes, reason: reasons[0] }}
      >
        <Form.Item
          name="minutes"
          label={t('attendance.shouldBe')}
          rules={[{ required: true, message: t('attendance.minutesMissing') }]}
        >
          <InputNumber
            min={1}
            max={row?.planned_minutes ?? 1}
            precision={0}
            suffix={t('attendance.minuteUnit')}
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('attendance.reason')}
          rules={[{ required: true, whitespace: true, message: t('attendance.reasonMissing') }]}
        >
          <AutoComplete
            maxLength={200}
            getPopupContainer={(field) => field.parentElement ?? document.body}
            options={reasons.map((value) => ({ value }))}
          />
        </Form.Item>
        <ProblemLine error={record.error} />
      </Form>
    </Modal>
  );
}
