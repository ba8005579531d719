import { Button, Input, InputNumber, Radio } from 'antd';
import { useId, useState } from 'react';
import { useToast } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { type ContestFile, type DecideContest, useDecideContest } from '../../queries/contests.ts';
import { useWords } from '../../words/words.ts';
import { Section } from '../parts/section.tsx';
import styles from './contests.module.css';
import { EventOfHost } from './event-of-host.tsx';

type Outcome = DecideContest['outcome'];

/** The decision: where the family is right, what is right is entered with it. Nothing for those who may only look. */
export function Decide({ contest }: { readonly contest: ContestFile }) {
  const { t } = useWords();
  if (!contest.may_decide) {
    const isOpen = contest.state === 'open' || contest.state === 'escalated';
    return isOpen ? <p className={styles.soft}>{t('contests.notYours')}</p> : null;
  }
  return (
    <Section title={t('contests.decide')}>
      <Form contest={contest} />
    </Section>
  );
}

function Form({ contest }: { readonly contest: ContestFile }) {
  const { t } = useWords();
  const say = useToast();
  const reasonField = useId();
  const decide = useDecideContest(contest);
  const [outcome, setOutcome] = useState<Outcome>();
  const [reason, setReason] = useState('');
  const [minutes, setMinutes] = useState<number | null>(null);
  const [event, setEvent] = useState('');
  const asksMinutes = outcome === 'upheld' && contest.correction === 'minutes';
  const asksEvent = asksMinutes && contest.activity_id === null;
  const isWhole =
    outcome !== undefined &&
    reason.trim() !== '' &&
    (!asksMinutes || minutes !== null) &&
    (!asksEvent || event !== '');
  const send = async (decided: Outcome) => {
    await decide.mutateAsync({
      outcome: decided,
      reason: reason.trim(),
      ...(asksMinutes && minutes !== null && { minutes }),
      ...(asksEvent && { activity_id: event }),
    });
    say(t('contests.decidedNow'));
  };
  return (
    <div className={styles.form}>
      <Radio.Group
        aria-label={t('contests.outcome')}
        value={outcome}
        onChange={({ target }) => setOutcome(target.value as Outcome)}
        options={(['upheld', 'declined'] as const).map((one) => ({
          value: one,
          label: t(`contests.outcomes.${one}`),
        }))}
      />
      {asksEvent && <EventOfHost value={event} onChange={setEvent} />}
      {asksMinutes && <Minutes contest={contest} value={minutes} onChange={setMinutes} />}
      {outcome === 'upheld' && contest.correction === 'take-back' && (
        <p>{t('contests.takesBack')}</p>
      )}
      {outcome === 'upheld' && contest.correction === 'certificate' && (
        <p>{t('contests.certificateFirst')}</p>
      )}
      <label htmlFor={reasonField}>{t('contests.reason')}</label>
      <Input.TextArea
        id={reasonField}
        value={reason}
        maxLength={1000}
        autoSize={{ minRows: 3, maxRows: 8 }}
        placeholder={t('contests.reasonExample')}
        onChange={({ target }) => setReason(target.value)}
      />
      <ProblemLine error={decide.error} />
      <div>
        <Button
          type="primary"
          disabled={!isWhole}
          loading={decide.isPending}
          onClick={() => outcome && void send(outcome).catch(() => {})}
        >
          {t('contests.decideNow')}
        </Button>
      </div>
    </div>
  );
}

interface MinutesProps {
  readonly contest: ContestFile;
  readonly value: number | null;
  readonly onChange: (minutes: number | null) => void;
}

function Minutes({ contest, value, onChange }: MinutesProps) {
  const { t } = useWords();
  const field = useId();
  const most = contest.event?.maximum_minutes;
  return (
    <>
      <label htmlFor={field}>{t('contests.minutes')}</label>
      <InputNumber
        id={field}
        min={0}
        max={most ?? 1440}
        precision={0}
        value={value}
        onChange={onChange}
      />
      <p className={styles.soft}>
        {most === undefined
          ? t('contests.minutesText')
          : t('contests.minutesMost', { minutes: most })}
      </p>
    </>
  );
}
