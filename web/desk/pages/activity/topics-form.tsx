import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import type { TopicList } from '../../../shared/api-types.gen.ts';
import { useToast } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useSharedWords } from '../../../shared/words/words.ts';
import { useListTopics } from '../../queries/topics.ts';
import { useWords } from '../../words/words.ts';
import styles from './activity.module.css';

interface Line {
  /** Of this form alone; a new topic has no id yet. */
  readonly key: string;
  readonly id?: string;
  readonly title: string;
  readonly wanted: number;
}

/** As the server takes them. */
const MOST_TOPICS = 12;
const LONGEST_TOPIC = 40;

interface TopicsFormProps {
  readonly activityId: string;
  readonly list: TopicList;
  readonly onDone: () => void;
}

/** The list in the host's order; what stands in the list when it is opened is what is saved over. */
export function TopicsForm({ activityId, list, onDone }: TopicsFormProps) {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const say = useToast();
  const [opened] = useState(list);
  const { lines, add, change, move, remove } = useLines(opened);
  const save = useListTopics(activityId);
  const kept = opened.host?.kept.filter(({ title }) => lines.every((one) => one.title !== title));
  const send = () => {
    const topics = lines
      .filter(({ title }) => title.trim() !== '')
      .map(({ id, title }) => ({ ...(id && { id }), title: title.trim() }));
    const saved = () => {
      say(t('topics.saved'));
      onDone();
    };
    save.mutate({ version: opened.version, topics }, { onSuccess: saved });
  };
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <p className={styles.soft}>{t('topics.hint')}</p>
      {lines.map((line, index) => (
        <LineField
          key={line.key}
          line={line}
          number={index + 1}
          isLast={index === lines.length - 1}
          onChange={(title) => change(line.key, title)}
          onMove={(by) => move(index, by)}
          onRemove={() => remove(line.key)}
        />
      ))}
      {lines.length < MOST_TOPICS && (
        <Button type="dashed" onClick={() => add('')}>
          {t('topics.add')}
        </Button>
      )}
      {kept && kept.length > 0 && lines.length < MOST_TOPICS && (
        <div className={styles.stack}>
          <p className={styles.soft}>{t('topics.kept')}</p>
          <div className={styles.buttons}>
            {kept.map(({ title, wanted }) => (
              <Button key={title} size="small" onClick={() => add(title)}>
                {wanted > 0 ? t('topics.keptOne', { title, count: wanted }) : title}
              </Button>
            ))}
          </div>
        </div>
      )}
      <ProblemLine error={save.error} />
      <div>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {shared('do.save')}
        </Button>
      </div>
    </form>
  );
}

function useLines({ items }: TopicList) {
  const made = useRef(0);
  const newLine = (title: string): Line => {
    made.current += 1;
    return { key: `new ${made.current}`, title, wanted: 0 };
  };
  const [lines, setLines] = useState<readonly Line[]>(() =>
    items.length > 0 ? items.map((topic) => ({ ...topic, key: topic.id })) : [newLine('')],
  );
  return {
    lines,
    add: (title: string) => setLines([...lines, newLine(title)]),
    change: (key: string, title: string) =>
      setLines(lines.map((line) => (line.key === key ? { ...line, title } : line))),
    move: (from: number, by: number) => {
      const line = lines[from];
      if (line) setLines(lines.toSpliced(from, 1).toSpliced(from + by, 0, line));
    },
    remove: (key: string) => setLines(lines.filter((line) => line.key !== key)),
  };
}

interface LineFieldProps {
  readonly line: Line;
  readonly number: number;
  readonly isLast: boolean;
  readonly onChange: (title: string) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

function LineField({ line, number, isLast, onChange, onMove, onRemove }: LineFieldProps) {
  const { t } = useWords();
  const { title, wanted } = line;
  return (
    <div className={styles.topicLine}>
      {wanted > 0 ? (
        <p className={styles.words}>{title}</p>
      ) : (
        <Input
          aria-label={t('topics.number', { number })}
          value={title}
          maxLength={LONGEST_TOPIC}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      <div className={styles.buttons}>
        {wanted > 0 && (
          <span className={styles.soft}>{t('topics.removes', { count: wanted })}</span>
        )}
        <Button
          size="small"
          aria-label={t('topics.up', { number })}
          disabled={number === 1}
          onClick={() => onMove(-1)}
        >
          ↑
        </Button>
        <Button
          size="small"
          aria-label={t('topics.down', { number })}
          disabled={isLast}
          onClick={() => onMove(1)}
        >
          ↓
        </Button>
        <Button size="small" aria-label={t('topics.remove', { number })} onClick={onRemove}>
          ✕
        </Button>
      </div>
    </div>
  );
}
