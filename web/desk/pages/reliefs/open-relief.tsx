import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { ReliefRow } from '../../../shared/api-types.gen.ts';
import { useToast } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { type ReliefDecision, useDecideRelief } from '../../queries/reliefs.ts';
import { useWords } from '../../words/words.ts';
import styles from '../certificates/certificates.module.css';
import { Note, Section } from '../parts/section.tsx';
import { Terms } from '../parts/terms.tsx';

interface OpenReliefProps {
  readonly relief: ReliefRow;
  readonly onDone: () => void;
}

/** What a colleague wrote, and what this person may make of it. */
export function OpenRelief({ relief, onDone }: OpenReliefProps) {
  const { t } = useWords();
  const { carer_name, student_name, kind, from_on, until_on, reason, state } = relief;
  const isOpen = state === 'waiting' || state === 'approved';
  return (
    <>
      <Note>{t('student.logged')}</Note>
      <div className={styles.terms}>
        <Terms
          rows={[
            { term: t('reliefs.carer'), value: carer_name },
            { term: t('reliefs.child'), value: student_name },
            { term: t('reliefs.kind'), value: t(`reliefs.${kind}`) },
            { term: t('reliefs.days'), value: `${from_on} – ${until_on ?? t('reliefs.forGood')}` },
            { term: t('reliefs.reason'), value: reason },
            { term: t('reliefs.askedBy'), value: relief.asked_by_name },
            { term: t('reliefs.decidedBy'), value: relief.decided_by_name },
            { term: t('reliefs.decisionReason'), value: relief.decision_reason },
          ]}
        />
      </div>
      {isOpen && relief.may_decide && <Decide relief={relief} onDone={onDone} />}
      {state === 'waiting' && !relief.may_decide && <p>{t('reliefs.notYours')}</p>}
    </>
  );
}

type Way = ReliefDecision['decision'];
const doneWords = {
  approve: 'reliefs.approvedNow',
  decline: 'reliefs.declinedNow',
  end: 'reliefs.endedNow',
} as const;

function Decide({ relief, onDone }: OpenReliefProps) {
  const { t } = useWords();
  const say = useToast();
  const id = useId();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const decide = useDecideRelief(relief);
  const isWaiting = relief.state === 'waiting';
  const send = async (decision: Way) => {
    const why = reason.trim();
    if (decision !== 'approve' && why === '') return setMissing(true);
    await decide.mutateAsync({ decision, ...(why && { reason: why }) });
    say(t(doneWords[decision]));
    onDone();
  };
  const press = (decision: Way) => () => void send(decision).catch(() => {});
  const isMissing = missing && reason.trim() === '';
  return (
    <>
      {isWaiting && (
        <Section title={t('reliefs.approve')}>
          <p>{t('reliefs.approveText')}</p>
          <div className={styles.buttons}>
            <Button type="primary" loading={decide.isPending} onClick={press('approve')}>
              {t('reliefs.approve')}
            </Button>
          </div>
        </Section>
      )}
      <Section title={t(isWaiting ? 'reliefs.decline' : 'reliefs.end')}>
        <div className={styles.stack}>
          {!isWaiting && <p>{t('reliefs.endText')}</p>}
          <label htmlFor={id}>{t('reliefs.why')}</label>
          <Input.TextArea
            id={id}
            value={reason}
            maxLength={300}
            autoSize={{ minRows: 2, maxRows: 6 }}
            status={isMissing ? 'error' : ''}
            onChange={(event) => setReason(event.target.value)}
          />
          {isMissing && <p role="alert">{t('reliefs.whyMissing')}</p>}
          <ProblemLine error={decide.error} />
          <div className={styles.buttons}>
            <Button
              danger
              disabled={decide.isPending}
              onClick={press(isWaiting ? 'decline' : 'end')}
            >
              {t(isWaiting ? 'reliefs.decline' : 'reliefs.end')}
            </Button>
          </div>
        </div>
      </Section>
    </>
  );
}
