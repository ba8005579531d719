import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useToast } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import {
  type AwardFile,
  useConfirmBatch,
  useDecideAward,
  useReviewAward,
  useWithdrawAward,
} from '../../queries/awards.ts';
import { useWords } from '../../words/words.ts';
import styles from '../contests/contests.module.css';
import { Section } from '../parts/section.tsx';

/** What this person may do with it: never what they entered themselves. */
export function DecideAward({ award }: { readonly award: AwardFile }) {
  const { t } = useWords();
  const { may_decide: mayDecide, may_review: mayReview, may_withdraw: mayWithdraw } = award;
  if (mayDecide) return <Decide award={award} />;
  if (mayReview) return <Review award={award} />;
  if (mayWithdraw) return <Withdraw award={award} />;
  return award.state === 'waiting' ? <p className={styles.soft}>{t('awards.notYours')}</p> : null;
}

function Decide({ award }: { readonly award: AwardFile }) {
  const { t } = useWords();
  const say = useToast();
  const decide = useDecideAward(award);
  const whole = useConfirmBatch();
  const [reason, setReason] = useState('');
  const answer = async (confirm: boolean) => {
    await decide.mutateAsync({ confirm, ...(!confirm && { reason: reason.trim() }) });
    say(t(confirm ? 'awards.confirmedNow' : 'awards.declinedNow'));
  };
  const confirmSheet = async (batch: string) => {
    const { confirmed, sampled } = await whole.mutateAsync(batch);
    say(t('awards.sheetConfirmed', { confirmed, sampled }));
  };
  const { batch_id: batch } = award;
  return (
    <Section title={t('awards.decide')}>
      <div className={styles.form}>
        <p className={styles.soft}>{t('awards.decideText')}</p>
        <ProblemLine error={decide.error ?? whole.error} />
        <div className={styles.line}>
          <Button
            type="primary"
            loading={decide.isPending}
            onClick={() => void answer(true).catch(() => {})}
          >
            {t('awards.confirm')}
          </Button>
          {batch && (
            <Button
              loading={whole.isPending}
              onClick={() => void confirmSheet(batch).catch(() => {})}
            >
              {t('awards.confirmSheet')}
            </Button>
          )}
        </div>
        <Note label={t('awards.declineReason')} value={reason} onChange={setReason} />
        <div>
          <Button
            danger
            disabled={reason.trim() === ''}
            onClick={() => void answer(false).catch(() => {})}
          >
            {t('awards.decline')}
          </Button>
        </div>
      </div>
    </Section>
  );
}

function Review({ award }: { readonly award: AwardFile }) {
  const { t } = useWords();
  const say = useToast();
  const review = useReviewAward(award);
  const [note, setNote] = useState('');
  const answer = async (outcome: 'fine' | 'reversed') => {
    await review.mutateAsync({ outcome, note: note.trim() });
    say(t(`awards.reviewDone.${outcome}`));
  };
  return (
    <Section title={t('awards.review')}>
      <div className={styles.form}>
        <p className={styles.soft}>{t('awards.reviewText')}</p>
        <Note label={t('awards.reviewNote')} value={note} onChange={setNote} />
        <ProblemLine error={review.error} />
        <div className={styles.line}>
          <Button
            type="primary"
            loading={review.isPending}
            onClick={() => void answer('fine').catch(() => {})}
          >
            {t('awards.fine')}
          </Button>
          <Button
            danger
            disabled={note.trim() === ''}
            onClick={() => void answer('reversed').catch(() => {})}
          >
            {t('awards.reverse')}
          </Button>
        </div>
      </div>
    </Section>
  );
}

function Withdraw({ award }: { readonly award: AwardFile }) {
  const { t } = useWords();
  const say = useToast();
  const withdraw = useWithdrawAward(award);
  const send = async () => {
    await withdraw.mutateAsync();
    say(t('awards.withdrawn'));
  };
  return (
    <div className={styles.form}>
      <p className={styles.soft}>{t('awards.waitsForSecond')}</p>
      <ProblemLine error={withdraw.error} />
      <div>
        <Button loading={withdraw.isPending} onClick={() => void send().catch(() => {})}>
          {t('awards.withdraw')}
        </Button>
      </div>
    </div>
  );
}

interface NoteProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function Note({ label, value, onChange }: NoteProps) {
  const field = useId();
  return (
    <>
      <label htmlFor={field}>{label}</label>
      <Input.TextArea
        id={field}
        value={value}
        maxLength={500}
        autoSize={{ minRows: 2, maxRows: 6 }}
        onChange={({ target }) => onChange(target.value)}
      />
    </>
  );
}
