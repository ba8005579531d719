import { Button, Checkbox, Switch } from 'antd';
import { useState } from 'react';
import type { Topic, TopicList } from '../../../shared/api-types.gen.ts';
import { Asked } from '../../../shared/components/asked.tsx';
import { useToast } from '../../../shared/components/toast.tsx';
import type { ActivityDetail } from '../../queries/shapes.ts';
import { useTickTalked, useTopics } from '../../queries/topics.ts';
import { useWords } from '../../words/words.ts';
import { RowsTable } from '../parts/list-table.tsx';
import { useProblemBox } from '../parts/problem-box.ts';
import { Note, Section, Stacked } from '../parts/section.tsx';
import { Sheet } from '../parts/sheet.tsx';
import styles from './activity.module.css';
import { TopicProposals } from './topic-proposals.tsx';
import { TopicsForm } from './topics-form.tsx';

/** What may be talked about: how many want it, what families propose, and afterwards what was talked about. */
export function Topics({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const topics = useTopics(activity.activity_id);
  const [editing, setEditing] = useState(false);
  const [byWanted, setByWanted] = useState(false);
  const { items = [], may_edit: mayEdit = false } = topics.data ?? {};
  return (
    <Section
      title={t('topics.title')}
      action={
        <span className={styles.buttons}>
          {items.length > 1 && (
            <span className={styles.switch}>
              <Switch aria-label={t('topics.byWanted')} checked={byWanted} onChange={setByWanted} />
              {t('topics.byWanted')}
            </span>
          )}
          {mayEdit && (
            <Button onClick={() => setEditing(true)}>
              {t(items.length > 0 ? 'topics.edit' : 'topics.begin')}
            </Button>
          )}
        </span>
      }
    >
      <Asked question={topics} lines={3}>
        {(list) => (
          <>
            <Listed activityId={activity.activity_id} list={list} byWanted={byWanted} />
            <TopicProposals activityId={activity.activity_id} list={list} />
            <Sheet open={editing} onClose={() => setEditing(false)} title={t('topics.title')}>
              <TopicsForm
                activityId={activity.activity_id}
                list={list}
                onDone={() => setEditing(false)}
              />
            </Sheet>
          </>
        )}
      </Asked>
    </Section>
  );
}

interface ListedProps {
  readonly activityId: string;
  readonly list: TopicList;
  readonly byWanted: boolean;
}

function Listed({ activityId, list, byWanted }: ListedProps) {
  const { t } = useWords();
  const columns = useColumns(activityId, list);
  const { items, may_edit: mayEdit, may_tick: mayTick } = list;
  if (items.length === 0) return <Note>{t(mayEdit ? 'topics.none' : 'topics.nothingListed')}</Note>;
  return (
    <Stacked>
      {mayTick && <Note>{t('topics.tickNote')}</Note>}
      <RowsTable<Topic>
        rows={byWanted ? items.toSorted((one, other) => other.wanted - one.wanted) : items}
        rowKey={({ id }) => id}
        label={t('topics.title')}
        columns={columns}
      />
    </Stacked>
  );
}

function useColumns(activityId: string, { items, may_tick: mayTick }: TopicList) {
  const { t } = useWords();
  const say = useToast();
  const showProblem = useProblemBox();
  const tick = useTickTalked(activityId);
  const talked = items.flatMap(({ id, is_talked }) => (is_talked ? [id] : []));
  const toggle = ({ id, is_talked }: Topic) =>
    tick.mutate(is_talked ? talked.filter((one) => one !== id) : [...talked, id], {
      onSuccess: () => say(t('topics.ticked')),
      onError: showProblem,
    });
  return [
    {
      title: t('topics.topic'),
      render: (_: unknown, { title }: Topic) => <span className={styles.words}>{title}</span>,
    },
    { title: t('topics.wanted'), render: (_: unknown, { wanted }: Topic) => wanted },
    ...(mayTick
      ? [
          {
            title: t('topics.talked'),
            render: (_: unknown, topic: Topic) => (
              <Checkbox
                aria-label={t('topics.tick', { title: topic.title })}
                checked={topic.is_talked}
                disabled={tick.isPending}
                onChange={() => toggle(topic)}
              />
            ),
          },
        ]
      : []),
  ];
}
