import { Button, DatePicker, Form, Input, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ExcuseChoices } from '../../../shared/api-types.gen.ts';
import { Asked } from '../../../shared/components/asked.tsx';
import { useToast } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useAskExcuse, useExcuseChoices } from '../../queries/excuses.ts';
import { useWords } from '../../words/words.ts';
import { useDayWords } from '../parts/day-words.ts';
import { useSay } from '../parts/say.ts';
import { Note } from '../parts/section.tsx';
import { Sheet } from '../parts/sheet.tsx';

/** A task, or all of a duty and period at a place. */
export interface ToExcuse {
  readonly duty: string;
  readonly period: string;
  readonly holder: string;
  readonly name: string;
}

interface AskExcuseProps {
  /** Undefined: nothing is asked now. */
  readonly task: ToExcuse | undefined;
  readonly onClose: () => void;
}

/** Asks that a task be excused, beside the list it stands in. */
export function AskExcuse({ task, onClose }: AskExcuseProps) {
  const { t } = useWords();
  const choices = useExcuseChoices();
  return (
    <Sheet
      title={t('excuses.askTitle', { name: task?.name ?? '' })}
      open={task !== undefined}
      onClose={onClose}
    >
      {task && (
        <Asked question={choices} lines={5}>
          {(known) => <AskForm task={task} choices={known} onDone={onClose} />}
        </Asked>
      )}
    </Sheet>
  );
}

interface Written {
  readonly reason: string;
  readonly substitute?: string;
  readonly substitute_on?: Dayjs | null;
  readonly words?: string;
}

interface AskFormProps {
  readonly task: ToExcuse;
  readonly choices: ExcuseChoices;
  readonly onDone: () => void;
}

function AskForm({ task, choices: { reasons, substitutes }, onDone }: AskFormProps) {
  const { t } = useWords();
  const name = useSay();
  useDayWords();
  const say = useToast();
  const ask = useAskExcuse();
  const [form] = Form.useForm<Written>();
  const reason = Form.useWatch('reason', form);
  const asks = reasons.find(({ id }) => id === reason)?.asks ?? null;
  const send = async ({ substitute, substitute_on, words, ...why }: Written) => {
    await ask.mutateAsync({
      ...{ duty: task.duty, period: task.period, holder_id: task.holder, ...why },
      ...(words?.trim() && { words }),
      ...(substitute && { substitute }),
      ...(substitute_on && { substitute_on: substitute_on.format('YYYY-MM-DD') }),
    });
    say(t('excuses.sent'));
    onDone();
  };
  const needed = [{ required: true, message: t('excuses.incomplete') }];
  return (
    <Form<Written>
      form={form}
      layout="vertical"
      requiredMark="optional"
      onFinish={(written) => void send(written).catch(() => {})}
    >
      <Note>{t('excuses.askText')}</Note>
      <Form.Item name="reason" label={t('excuses.reason')} rules={needed}>
        <Radio.Group options={reasons.map((one) => ({ value: one.id, label: name(one.name) }))} />
      </Form.Item>
      {asks === 'substitute' && (
        <>
          <Form.Item name="substitute" label={t('excuses.substitute')} rules={needed}>
            <Radio.Group
              options={substitutes.map((one) => ({ value: one.id, label: name(one.name) }))}
            />
          </Form.Item>
          <Form.Item name="substitute_on" label={t('excuses.substituteOn')} rules={needed}>
            <DatePicker maxDate={dayjs()} />
          </Form.Item>
        </>
      )}
      <Form.Item
        name="words"
        label={t('excuses.words')}
        extra={t('excuses.noHealth')}
        rules={asks === 'words' ? needed : []}
      >
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <ProblemLine error={ask.error} />
      <Button type="primary" htmlType="submit" loading={ask.isPending}>
        {t('excuses.send')}
      </Button>
    </Form>
  );
}
