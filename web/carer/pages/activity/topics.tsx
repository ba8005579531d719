import { useId, useState } from 'react';
import type { OwnTopicProposal, Topic, TopicList } from '../../../shared/api-types.gen.ts';
import { Button } from '../../../shared/components/button.tsx';
import { BottomSheet } from '../../../shared/components/dialog.tsx';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useProposeTopic, useTopics, useWish, useWithdrawProposal } from '../../queries/topics.ts';
import { useWords } from '../../words/words.ts';
import { Paper } from '../parts/paper.tsx';
import { Section } from '../parts/section.tsx';
import { Tag } from '../parts/tag.tsx';
import styles from './activity.module.css';

/** Before a salon: what my family would like to talk about. Afterwards: what was. */
export function Topics({ activityId }: { readonly activityId: string }) {
  const { t } = useWords();
  const list = useTopics(activityId).data;
  if (!list) return null;
  const { items, mine, may_want: mayWant } = list;
  if (items.length + mine.length === 0 && !mayWant) return null;
  return (
    <Section title={t('topics.title')}>
      {mayWant && <p>{t(items.length > 0 ? 'topics.how' : 'topics.noneYet')}</p>}
      {mayWant ? (
        <Choice activityId={activityId} topics={items} />
      ) : (
        items.length > 0 && <Talked topics={items} />
      )}
      {mine.map((proposal) => (
        <Mine key={proposal.id} activityId={activityId} proposal={proposal} />
      ))}
      {mayWant && <Propose activityId={activityId} list={list} />}
    </Section>
  );
}

interface ChoiceProps {
  readonly activityId: string;
  readonly topics: readonly Topic[];
}

/** A press on the whole line, as often as one likes. */
function Choice({ activityId, topics }: ChoiceProps) {
  const { t } = useWords();
  const wish = useWish(activityId);
  return (
    <>
      <fieldset className={styles.choice}>
        <legend className="spoken">{t('topics.title')}</legend>
        {topics.map(({ id, title, wanted, wanted_by_me: isMine }) => (
          <label key={id} className={styles.child}>
            <input
              type="checkbox"
              checked={isMine}
              onChange={() => wish.mutate({ topicId: id, wants: !isMine })}
            />
            <span className={styles.words}>{title}</span>
            <span className={styles.topicState}>
              {wanted > 0 ? t('topics.wanted', { count: wanted }) : t('topics.noWish')}
            </span>
          </label>
        ))}
      </fieldset>
      <ProblemLine error={wish.error} />
    </>
  );
}

function Talked({ topics }: { readonly topics: readonly Topic[] }) {
  const { t } = useWords();
  return (
    <Paper>
      <ul className={styles.talked}>
        {topics.map(({ id, title, wanted, is_talked: isTalked }) => (
          <li key={id}>
            <span className={styles.words}>{title}</span>
            {isTalked ? (
              <Tag tone="mint">{t('topics.talked')}</Tag>
            ) : (
              wanted > 0 && <Tag>{t('topics.wanted', { count: wanted })}</Tag>
            )}
          </li>
        ))}
      </ul>
    </Paper>
  );
}

const tones = { open: 'amber', accepted: 'mint', declined: 'plain', withdrawn: 'plain' } as const;

interface MineProps {
  readonly activityId: string;
  readonly proposal: OwnTopicProposal;
}

/** What I proposed, and what the host says to it. */
function Mine({ activityId, proposal }: MineProps) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const withdraw = useWithdrawProposal(activityId);
  const { id, text, state, reason } = proposal;
  if (state === 'withdrawn') return null;
  return (
    <Paper>
      <div className={styles.proposal}>
        <h3 className={styles.childClass}>{t('topics.mine')}</h3>
        <p className={styles.words}>{text}</p>
        <Tag tone={tones[state]}>{t(`topics.states.${state}`)}</Tag>
        {reason && <p className={styles.words}>{t('topics.reason', { reason })}</p>}
        <ProblemLine error={withdraw.error} />
        {state === 'open' && (
          <Button
            kind="plain"
            busy={withdraw.isPending}
            onClick={() => sayWhenDone(withdraw.mutateAsync(id), t('topics.withdrawn'))}
          >
            {t('topics.withdraw')}
          </Button>
        )}
      </div>
    </Paper>
  );
}

interface ProposeProps {
  readonly activityId: string;
  readonly list: TopicList;
}

/** One open proposal at a time: until it is answered the button is not there. */
function Propose({ activityId, list }: ProposeProps) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  if (list.mine.some(({ state }) => state === 'open')) return null;
  return (
    <>
      <Button kind="quiet" wide onClick={() => setAsking(true)}>
        {t('topics.propose')}
      </Button>
      <BottomSheet open={asking} onClose={() => setAsking(false)} title={t('topics.propose')}>
        <ProposeForm activityId={activityId} onDone={() => setAsking(false)} />
      </BottomSheet>
    </>
  );
}

function ProposeForm({ activityId, onDone }: { activityId: string; onDone: () => void }) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const id = useId();
  const [text, setText] = useState('');
  const propose = useProposeTopic(activityId);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        sayWhenDone(propose.mutateAsync(text.trim(), { onSuccess: onDone }), t('topics.sent'));
      }}
    >
      <p>{t('topics.proposeText')}</p>
      <div className={styles.note}>
        <label htmlFor={id}>{t('topics.proposeLabel')}</label>
        <textarea
          id={id}
          rows={3}
          required
          maxLength={100}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <ProblemLine error={propose.error} />
      <Button type="submit" wide busy={propose.isPending} disabled={text.trim() === ''}>
        {t('topics.send')}
      </Button>
    </form>
  );
}
