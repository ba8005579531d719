import { useId, useState } from 'react';
import type { Me } from '../../../shared/api-types.gen.ts';
import { Button } from '../../../shared/components/button.tsx';
import { BottomSheet } from '../../../shared/components/dialog.tsx';
import { useToast } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useAnswerMeeting, useMyAnswers } from '../../queries/meetings.ts';
import { useWords } from '../../words/words.ts';
import { Paper } from '../parts/paper.tsx';
import styles from './activity.module.css';

interface MeetingAnswerProps {
  readonly meetingId: string;
  readonly childrenOfMine: readonly Me['children'][number][];
}

/** Every family is expected: who cannot come says so, or that another carer does. */
export function MeetingAnswer({ meetingId, childrenOfMine }: MeetingAnswerProps) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const said = useMyAnswers(meetingId).data?.items[0];
  return (
    <>
      <Paper>
        <p>{said ? t(`meeting.said.${said.answer}`) : t('meeting.expected')}</p>
        {said?.reason && <p className={styles.childClass}>{said.reason}</p>}
      </Paper>
      <Button kind="quiet" wide onClick={() => setAsking(true)}>
        {t(said ? 'meeting.change' : 'meeting.cannot')}
      </Button>
      <BottomSheet open={asking} onClose={() => setAsking(false)} title={t('meeting.cannot')}>
        <AnswerForm
          meetingId={meetingId}
          childrenOfMine={childrenOfMine}
          onDone={() => setAsking(false)}
        />
      </BottomSheet>
    </>
  );
}

const answers = ['other-carer', 'cannot'] as const;

function AnswerForm({
  meetingId,
  childrenOfMine,
  onDone,
}: MeetingAnswerProps & { readonly onDone: () => void }) {
  const { t } = useWords();
  const say = useToast();
  const reasonId = useId();
  const answer = useAnswerMeeting(meetingId);
  const [chosen, setChosen] = useState<(typeof answers)[number]>('other-carer');
  const [reason, setReason] = useState('');
  const send = async () => {
    for (const { id } of childrenOfMine) {
      await answer.mutateAsync({ student_id: id, answer: chosen, reason: reason.trim() });
    }
    say(t('meeting.sent'));
    onDone();
  };
  return (
    <>
      <fieldset className={styles.choice}>
        <legend className="spoken">{t('meeting.cannot')}</legend>
        {answers.map((one) => (
          <label key={one} className={styles.child}>
            <input
              type="radio"
              name="answer"
              checked={one === chosen}
              onChange={() => setChosen(one)}
            />
            <span className={styles.childName}>{t(`meeting.answers.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <div className={styles.note}>
        <label htmlFor={reasonId}>{t('meeting.reason')}</label>
        <textarea
          id={reasonId}
          rows={2}
          maxLength={200}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
      <ProblemLine error={answer.error} />
      <Button
        wide
        busy={answer.isPending}
        onClick={() => {
          send().catch(() => {
            // Shown above the button.
          });
        }}
      >
        {t('meeting.send')}
      </Button>
    </>
  );
}
