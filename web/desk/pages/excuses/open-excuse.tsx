import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { ExcuseRow } from '../../../shared/api-types.gen.ts';
import { useToast } from '../../../shared/components/toast.tsx';
import { formatDay, formatInstant } from '../../../shared/format.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useLanguage } from '../../../shared/words/words.ts';
import { type ExcuseDecision, useDecideExcuse, useWithdrawExcuse } from '../../queries/excuses.ts';
import { useWords } from '../../words/words.ts';
import styles from '../certificates/certificates.module.css';
import { useSay } from '../parts/say.ts';
import { Note, Section } from '../parts/section.tsx';
import { Terms } from '../parts/terms.tsx';
import { useWhose } from './whose.ts';

interface OpenExcuseProps {
  readonly excuse: ExcuseRow;
  readonly onDone: () => void;
}

/** What was asked and what became of it; and what this person may make of it. */
export function OpenExcuse({ excuse, onDone }: OpenExcuseProps) {
  const { t } = useWords();
  const { state, may_decide, may_revoke, may_withdraw } = excuse;
  return (
    <>
      {excuse.holder_kind === 'student' && <Note>{t('student.logged')}</Note>}
      <div className={styles.terms}>
        <What excuse={excuse} />
      </div>
      {(may_decide || may_revoke) && <Decide excuse={excuse} onDone={onDone} />}
      {may_withdraw && <Withdraw excuse={excuse} onDone={onDone} />}
      {state === 'waiting' && !may_decide && !may_withdraw && <p>{t('excuses.notYours')}</p>}
    </>
  );
}

function What({ excuse }: { readonly excuse: ExcuseRow }) {
  const { t } = useWords();
  const say = useSay();
  const whose = useWhose();
  const language = useLanguage();
  const { substitute, substitute_on, due_on } = excuse;
  const by = (name: string | null, at: string | null) =>
    name && at ? `${name} · ${formatInstant(at, language)}` : null;
  return (
    <Terms
      rows={[
        {
          term: t('excuses.duty'),
          value: [say(excuse.duty_title), say(excuse.period_name)].join(' · '),
        },
        { term: t('excuses.due'), value: due_on && formatDay(due_on, language) },
        { term: t('excuses.whose'), value: whose(excuse) },
        { term: t('excuses.place'), value: excuse.place_name },
        { term: t('excuses.reason'), value: say(excuse.reason_name) },
        {
          term: t('excuses.substitute'),
          value:
            substitute &&
            [say(substitute), substitute_on && formatDay(substitute_on, language)]
              .filter(Boolean)
              .join(' · '),
        },
        { term: t('excuses.words'), value: excuse.words },
        { term: t('excuses.state'), value: t(`excuses.states.${excuse.state}`) },
        { term: t('excuses.askedBy'), value: by(excuse.asked_by_name, excuse.asked_at) },
        { term: t('excuses.decidedBy'), value: by(excuse.decided_by_name, excuse.decided_at) },
        { term: t('excuses.decisionReason'), value: excuse.decision_reason },
        { term: t('excuses.revokedBy'), value: by(excuse.revoked_by_name, excuse.revoked_at) },
        { term: t('excuses.revokedReason'), value: excuse.revoked_reason },
      ]}
    />
  );
}

type Way = ExcuseDecision['decision'];

function Decide({ excuse, onDone }: OpenExcuseProps) {
  const { t } = useWords();
  const say = useToast();
  const id = useId();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const decide = useDecideExcuse(excuse);
  const against: Way = excuse.may_decide ? 'decline' : 'revoke';
  const send = async (decision: Way) => {
    const why = reason.trim();
    if (decision !== 'approve' && why === '') return setMissing(true);
    await decide.mutateAsync({ decision, ...(why && { reason: why }) });
    say(t(`excuses.done.${decision}`));
    onDone();
  };
  const press = (decision: Way) => () => void send(decision).catch(() => {});
  const isMissing = missing && reason.trim() === '';
  return (
    <>
      {excuse.may_decide && (
        <Section title={t('excuses.approve')}>
          <p>{t('excuses.approveText')}</p>
          <div className={styles.buttons}>
            <Button type="primary" loading={decide.isPending} onClick={press('approve')}>
              {t('excuses.approve')}
            </Button>
          </div>
        </Section>
      )}
      <Section title={t(`excuses.${against}`)}>
        <div className={styles.stack}>
          <p>{t(`excuses.${against}Text`)}</p>
          <label htmlFor={id}>{t('excuses.why')}</label>
          <Input.TextArea
            id={id}
            value={reason}
            maxLength={300}
            autoSize={{ minRows: 2, maxRows: 6 }}
            status={isMissing ? 'error' : ''}
            onChange={(event) => setReason(event.target.value)}
          />
          {isMissing && <p role="alert">{t('excuses.whyMissing')}</p>}
          <ProblemLine error={decide.error} />
          <div className={styles.buttons}>
            <Button danger disabled={decide.isPending} onClick={press(against)}>
              {t(`excuses.${against}`)}
            </Button>
          </div>
        </div>
      </Section>
    </>
  );
}

function Withdraw({ excuse, onDone }: OpenExcuseProps) {
  const { t } = useWords();
  const say = useToast();
  const withdraw = useWithdrawExcuse(excuse.id);
  const send = async () => {
    await withdraw.mutateAsync();
    say(t('excuses.done.withdraw'));
    onDone();
  };
  return (
    <div className={styles.ways}>
      <ProblemLine error={withdraw.error} />
      <div className={styles.buttons}>
        <Button loading={withdraw.isPending} onClick={() => void send().catch(() => {})}>
          {t('excuses.withdraw')}
        </Button>
      </div>
    </div>
  );
}
