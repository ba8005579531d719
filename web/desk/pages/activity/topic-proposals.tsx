import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import type { TopicList, TopicProposal } from '../../../shared/api-types.gen.ts';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useDecideProposal } from '../../queries/topics.ts';
import { useWords } from '../../words/words.ts';
import { Note } from '../parts/section.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Tag } from '../parts/tag.tsx';
import styles from './activity.module.css';

/** As the server takes them. */
const LONGEST_TOPIC = 40;
const LONGEST_REASON = 100;

const tones = { open: 'amber', accepted: 'mint', declined: 'plain', withdrawn: 'plain' } as const;

interface Deciding {
  readonly proposal: TopicProposal;
  readonly accept: boolean;
}

/** What families propose, with who does: put on the list, or left off with a reason. */
export function TopicProposals({ activityId, list }: { activityId: string; list: TopicList }) {
  const { t } = useWords();
  const [deciding, setDeciding] = useState<Deciding>();
  const proposals = list.host?.proposals ?? [];
  if (proposals.length === 0) return null;
  return (
    <div className={styles.proposals}>
      <h3>{t('topics.proposals')}</h3>
      <ul className={styles.series}>
        {proposals.map((proposal) => (
          <li key={proposal.id} className={styles.proposal}>
            <Proposed proposal={proposal} />
            {proposal.state === 'open' && (
              <span className={styles.buttons}>
                {list.may_edit && (
                  <Button onClick={() => setDeciding({ proposal, accept: true })}>
                    {t('topics.accept')}
                  </Button>
                )}
                <Button onClick={() => setDeciding({ proposal, accept: false })}>
                  {t('topics.decline')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      <Sheet
        open={deciding !== undefined}
        onClose={() => setDeciding(undefined)}
        title={t(deciding?.accept ? 'topics.acceptTitle' : 'topics.declineTitle')}
      >
        {deciding && (
          <DecideForm
            activityId={activityId}
            deciding={deciding}
            onDone={() => setDeciding(undefined)}
          />
        )}
      </Sheet>
    </div>
  );
}

function Proposed({ proposal }: { readonly proposal: TopicProposal }) {
  const { t } = useWords();
  const { text, proposer, state, reason } = proposal;
  return (
    <span>
      <span className={styles.words}>{text}</span>{' '}
      <span className={styles.soft}>{t('topics.proposer', { name: proposer })}</span>{' '}
      <Tag tone={tones[state]}>{t(`topics.states.${state}`)}</Tag>{' '}
      {reason && <span className={styles.soft}>{reason}</span>}
    </span>
  );
}

interface DecideFormProps {
  readonly activityId: string;
  readonly deciding: Deciding;
  readonly onDone: () => void;
}

function DecideForm({ activityId, deciding, onDone }: DecideFormProps) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const { proposal, accept } = deciding;
  const decide = useDecideProposal(activityId, proposal.id);
  const [begin] = useState({ words: accept ? proposal.text.slice(0, LONGEST_TOPIC) : '' });
  const field = accept ? 'acceptWords' : 'declineReason';
  return (
    <Form<{ words: string }>
      layout="vertical"
      requiredMark={false}
      initialValues={begin}
      onFinish={({ words }) =>
        sayWhenDone(
          decide.mutateAsync(accept ? { accept, title: words } : { accept, reason: words }, {
            onSuccess: onDone,
          }),
          t(`topics.decided.${accept}`),
        )
      }
    >
      <div className={styles.asked}>
        <Note>{proposal.text}</Note>
      </div>
      {accept && <p className={styles.soft}>{t('topics.acceptText')}</p>}
      <Form.Item
        name="words"
        label={t(`topics.${field}`)}
        rules={[{ required: true, whitespace: true, message: t('topics.declineMissing') }]}
      >
        <Input
          maxLength={accept ? LONGEST_TOPIC : LONGEST_REASON}
          {...(!accept && { placeholder: t('topics.declineHint') })}
        />
      </Form.Item>
      <ProblemLine error={decide.error} />
      <Button type="primary" htmlType="submit" loading={decide.isPending}>
        {t(accept ? 'topics.accept' : 'topics.declineNow')}
      </Button>
    </Form>
  );
}
