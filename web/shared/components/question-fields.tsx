import { useId } from 'react';
import type { Answer, Question } from '../api-types.gen.ts';
import { useSharedWords } from '../words/words.ts';
import styles from './question-fields.module.css';

/** As the server takes them. */
const LONGEST_ANSWER = 300;
const MOST_PEOPLE = 20;

interface QuestionFieldsProps {
  readonly questions: readonly Question[];
  readonly answers: readonly Answer[];
  readonly onChange: (answers: readonly Answer[]) => void;
}

/** What the host asks of whoever signs up: on the phone, and for staff who have the family on the line. */
export function QuestionFields({ questions, answers, onChange }: QuestionFieldsProps) {
  const valuesOf = (id: string) =>
    answers.find(({ question_id: question }) => question === id)?.values ?? [];
  const put = (id: string, values: readonly string[]) =>
    onChange([
      ...answers.filter(({ question_id: question }) => question !== id),
      ...(values.length > 0 ? [{ question_id: id, values }] : []),
    ]);
  return (
    <div className={styles.questions}>
      {questions.map((question) => (
        <Asked
          key={question.id}
          question={question}
          values={valuesOf(question.id)}
          onChange={(values) => put(question.id, values)}
        />
      ))}
    </div>
  );
}

interface AskedProps {
  readonly question: Question;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

function Asked(props: AskedProps) {
  const { kind } = props.question;
  return kind === 'one' || kind === 'many' ? <Choosing {...props} /> : <Writing {...props} />;
}

function Writing({ question, values, onChange }: AskedProps) {
  const id = useId();
  const [value = ''] = values;
  const set = (text: string) => onChange(text === '' ? [] : [text]);
  const required = question.is_required;
  return (
    <div className={styles.question}>
      <label htmlFor={id}>
        <Label question={question} />
      </label>
      {question.kind === 'text' ? (
        <textarea
          id={id}
          className={styles.text}
          rows={2}
          maxLength={LONGEST_ANSWER}
          required={required}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      ) : (
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={0}
          max={MOST_PEOPLE}
          className={styles.count}
          required={required}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </div>
  );
}

function Choosing({ question, values, onChange }: AskedProps) {
  const name = useId();
  const single = question.kind === 'one';
  const toggle = (choice: string, chosen: boolean) => {
    if (single) return onChange([choice]);
    onChange(chosen ? [...values, choice] : values.filter((one) => one !== choice));
  };
  return (
    <fieldset className={styles.question}>
      <legend>
        <Label question={question} />
      </legend>
      {question.choices.map((choice) => (
        <label key={choice} className={styles.choice}>
          <input
            type={single ? 'radio' : 'checkbox'}
            name={name}
            required={single && question.is_required}
            checked={values.includes(choice)}
            onChange={(event) => toggle(choice, event.target.checked)}
          />
          {choice}
        </label>
      ))}
    </fieldset>
  );
}

function Label({ question }: { readonly question: Question }) {
  const { t } = useSharedWords();
  return (
    <span className={styles.label}>
      {question.label}
      {!question.is_required && <span className={styles.optional}> {t('optional')}</span>}
    </span>
  );
}
