import { useState } from 'react';
import { Button } from '../../../shared/components/button.tsx';
import { BottomSheet } from '../../../shared/components/dialog.tsx';
import { useToast } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { type ContestFile, useRefuseAnswer, useWithdrawContest } from '../../queries/contests.ts';
import { useWords } from '../../words/words.ts';
import styles from './contest.module.css';

interface AnswerBackProps {
  readonly contest: ContestFile;
  readonly what: 'refuse' | 'withdraw';
}

/** What the family may do next: take the answer to the district, or take the whole back. */
export function AnswerBack({ contest, what }: AnswerBackProps) {
  const [asking, setAsking] = useState(false);
  const { t } = useWords();
  const may = what === 'refuse' ? contest.may_refuse : contest.may_withdraw;
  if (!may) return null;
  return (
    <>
      <Button kind="quiet" wide onClick={() => setAsking(true)}>
        {t(`contests.${what}`)}
      </Button>
      <BottomSheet open={asking} onClose={() => setAsking(false)} title={t(`contests.${what}`)}>
        <Sure contest={contest} what={what} onDone={() => setAsking(false)} />
      </BottomSheet>
    </>
  );
}

interface SureProps {
  readonly contest: ContestFile;
  readonly what: 'refuse' | 'withdraw';
  readonly onDone: () => void;
}

/** What follows is said before it is done: the district decides once. */
function Sure({ contest, what, onDone }: SureProps) {
  const { t } = useWords();
  const say = useToast();
  const refuse = useRefuseAnswer(contest.id);
  const withdraw = useWithdrawContest(contest.id);
  const step = what === 'refuse' ? refuse : withdraw;
  const send = async () => {
    await step.mutateAsync();
    say(t(`contests.done.${what}`));
    onDone();
  };
  return (
    <div className={styles.form}>
      <p>{t(`contests.follows.${what}`)}</p>
      <ProblemLine error={step.error} />
      <Button wide busy={step.isPending} onClick={() => void send().catch(() => {})}>
        {t(`contests.sure.${what}`)}
      </Button>
    </div>
  );
}
