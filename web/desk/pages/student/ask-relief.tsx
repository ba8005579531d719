import { Button, DatePicker, Form, Input, Modal, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import type { StudentCarer } from '../../../shared/api-types.gen.ts';
import { useToast } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useSharedWords } from '../../../shared/words/words.ts';
import { useAskRelief } from '../../queries/reliefs.ts';
import { useWords } from '../../words/words.ts';
import { useDayWords } from '../parts/day-words.ts';

interface AskReliefProps {
  readonly studentId: string;
  readonly carer: StudentCarer;
}

/** A carer's leave or disability, written down where the family is looked at. */
export function AskRelief({ studentId, carer }: AskReliefProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('reliefs.ask')}
      </Button>
      {isOpen && <AskBox studentId={studentId} carer={carer} onClose={() => setOpen(false)} />}
    </>
  );
}

interface Written {
  readonly kind: 'leave' | 'disability';
  readonly from_on: Dayjs;
  readonly until_on?: Dayjs | null;
  readonly reason: string;
}

function AskBox({ studentId, carer, onClose }: AskReliefProps & { readonly onClose: () => void }) {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  useDayWords();
  const say = useToast();
  const ask = useAskRelief();
  const [form] = Form.useForm<Written>();
  const kind = Form.useWatch('kind', form) ?? 'leave';
  const send = async ({ from_on, until_on, ...written }: Written) => {
    await ask.mutateAsync({
      ...{ ...written, student_id: studentId, carer_id: carer.id },
      from_on: from_on.format('YYYY-MM-DD'),
      ...(until_on && { until_on: until_on.format('YYYY-MM-DD') }),
    });
    say(t('reliefs.sent'));
    onClose();
  };
  const asked = [{ required: true, message: t('reliefs.incomplete') }];
  return (
    <Modal
      open
      onCancel={onClose}
      title={t('reliefs.askTitle', { name: carer.name })}
      okText={t('reliefs.send')}
      cancelText={shared('do.back')}
      confirmLoading={ask.isPending}
      onOk={() => form.submit()}
      closable={{ 'aria-label': shared('do.close') }}
    >
      <p>{t('reliefs.askText')}</p>
      <Form<Written>
        form={form}
        layout="vertical"
        requiredMark="optional"
        initialValues={{ kind: 'leave', from_on: dayjs(), reason: '' }}
        onFinish={(written) => void send(written).catch(() => {})}
      >
        <Form.Item name="kind" label={t('reliefs.kind')} rules={asked}>
          <Radio.Group
            options={(['leave', 'disability'] as const).map((one) => ({
              value: one,
              label: t(`reliefs.${one}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="from_on" label={t('reliefs.from')} rules={asked}>
          <DatePicker />
        </Form.Item>
        <Form.Item
          name="until_on"
          label={t('reliefs.until')}
          rules={kind === 'leave' ? asked : []}
          extra={kind === 'leave' ? undefined : t('reliefs.untilText')}
        >
          <DatePicker />
        </Form.Item>
        <Form.Item name="reason" label={t('reliefs.reason')} rules={asked}>
          <Input maxLength={200} placeholder={t('reliefs.example')} />
        </Form.Item>
        <ProblemLine error={ask.error} />
      </Form>
    </Modal>
  );
}
