import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { AskQuestions, Question } from '../../../shared/api-types.gen.ts';
import { useToast } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useSharedWords } from '../../../shared/words/words.ts';
import { useAskQuestions } from '../../queries/activities.ts';
import type { ActivityDetail } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { Section } from '../parts/section.tsx';
import { Sheet } from '../parts/sheet.tsx';
import styles from './activity.module.css';

type Asked = AskQuestions['questions'][number];

const kinds = ['text', 'one', 'many', 'count'] as const;
/** As the server takes them. */
const MOST_QUESTIONS = 8;

/** What is asked at sign-up; may be changed until the first family has signed up. */
export function Questions({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const { registered = 0, offered = 0, waiting = 0, actions = [] } = activity.desk ?? {};
  const mayAsk =
    actions.includes('change') && activity.part_of === null && registered + offered + waiting === 0;
  if (activity.questions.length === 0 && !mayAsk) return null;
  return (
    <Section
      title={t('questions.title')}
      action={mayAsk && <Button onClick={() => setAsking(true)}>{t('questions.change')}</Button>}
    >
      {activity.questions.length === 0 && <p className={styles.soft}>{t('questions.none')}</p>}
      <ol className={styles.questions}>
        {activity.questions.map((question) => (
          <li key={question.id}>
            <QuestionLine question={question} />
          </li>
        ))}
      </ol>
      <Sheet open={asking} onClose={() => setAsking(false)} title={t('questions.title')}>
        <QuestionsForm activity={activity} onDone={() => setAsking(false)} />
      </Sheet>
    </Section>
  );
}

function QuestionLine({ question }: { readonly question: Question }) {
  const { t } = useWords();
  const { kind, label, choices, is_required: isRequired } = question;
  const about = [
    t(`questions.kinds.${kind}`),
    ...(choices.length > 0 ? [choices.join(' / ')] : []),
    ...(isRequired ? [t('questions.required')] : []),
  ];
  return (
    <>
      {label} <span className={styles.soft}>{about.join(' · ')}</span>
    </>
  );
}

interface QuestionsFormProps {
  readonly activity: ActivityDetail;
  readonly onDone: () => void;
}

const empty: Asked = { kind: 'text', label: '', choices: [], is_required: false };

function QuestionsForm({ activity, onDone }: QuestionsFormProps) {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const say = useToast();
  const ask = useAskQuestions(activity.activity_id);
  const send = async ({ questions }: { questions: readonly Asked[] }) => {
    await ask.mutateAsync({ version: activity.version, questions: questions.map(written) });
    say(t('questions.saved'));
    onDone();
  };
  return (
    <Form<{ questions: readonly Asked[] }>
      layout="vertical"
      requiredMark={false}
      initialValues={{
        questions: activity.questions.length > 0 ? activity.questions : [empty],
      }}
      onFinish={(filled) => void send(filled).catch(() => {})}
    >
      <p className={styles.soft}>{t('questions.hint')}</p>
      <Form.List name="questions">
        {(fields, { add, remove }) => (
          <div className={styles.stack}>
            {fields.map(({ key, name }) => (
              <QuestionForm key={key} place={name} onRemove={() => remove(name)} />
            ))}
            {fields.length < MOST_QUESTIONS && (
              <Button type="dashed" onClick={() => add(empty)}>
                {t('questions.add')}
              </Button>
            )}
          </div>
        )}
      </Form.List>
      <div className={styles.questionsFoot}>
        <ProblemLine error={ask.error} />
        <Button type="primary" htmlType="submit" loading={ask.isPending}>
          {shared('do.save')}
        </Button>
      </div>
    </Form>
  );
}

/** Choices belong to choosing only. */
function written({ kind, label, choices = [], is_required }: Asked): Asked {
  const chooses = kind === 'one' || kind === 'many';
  return { kind, label, choices: chooses ? choices : [], is_required };
}

interface QuestionFormProps {
  readonly place: number;
  readonly onRemove: () => void;
}

function QuestionForm({ place, onRemove }: QuestionFormProps) {
  const { t } = useWords();
  const kind = Form.useWatch<Asked['kind']>(['questions', place, 'kind']);
  const number = place + 1;
  return (
    <fieldset className={styles.questionForm}>
      <legend>{t('questions.one', { number })}</legend>
      <Form.Item
        name={[place, 'label']}
        label={t('questions.label')}
        rules={[{ required: true, whitespace: true, message: t('questions.labelMissing') }]}
      >
        <Input maxLength={120} placeholder={t('questions.labelHint')} />
      </Form.Item>
      <Form.Item name={[place, 'kind']} label={t('questions.kind')}>
        <Select options={kinds.map((value) => ({ value, label: t(`questions.kinds.${value}`) }))} />
      </Form.Item>
      {(kind === 'one' || kind === 'many') && (
        <Form.Item
          name={[place, 'choices']}
          label={t('questions.choices')}
          extra={t('questions.choicesHint')}
        >
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['，', ',', '、']} />
        </Form.Item>
      )}
      <div className={styles.buttons}>
        <Form.Item name={[place, 'is_required']} valuePropName="checked" noStyle>
          <Checkbox>{t('questions.required')}</Checkbox>
        </Form.Item>
        <Button type="link" danger onClick={onRemove}>
          {t('questions.remove', { number })}
        </Button>
      </div>
    </fieldset>
  );
}
