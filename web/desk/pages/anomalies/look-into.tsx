import { Button, Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { useToast } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { type AnomalyFile, type LookIntoAnomaly, useLookInto } from '../../queries/anomalies.ts';
import { useWords } from '../../words/words.ts';
import styles from '../contests/contests.module.css';
import { Section } from '../parts/section.tsx';

/** What the person found, in their words. */
export function LookInto({ anomaly }: { readonly anomaly: AnomalyFile }) {
  const { t } = useWords();
  if (!anomaly.may_look_into) {
    return anomaly.state === 'open' ? (
      <p className={styles.soft}>{t('anomalies.notYours')}</p>
    ) : null;
  }
  return (
    <Section title={t('anomalies.lookInto')}>
      <Form anomaly={anomaly} />
    </Section>
  );
}

type Finding = LookIntoAnomaly['finding'];

function Form({ anomaly }: { readonly anomaly: AnomalyFile }) {
  const { t } = useWords();
  const say = useToast();
  const noteField = useId();
  const look = useLookInto(anomaly);
  const [finding, setFinding] = useState<Finding>();
  const [note, setNote] = useState('');
  const send = async (found: Finding) => {
    await look.mutateAsync({ finding: found, note: note.trim() });
    say(t('anomalies.sent'));
  };
  return (
    <div className={styles.form}>
      <Radio.Group
        aria-label={t('anomalies.finding')}
        value={finding}
        onChange={({ target }) => setFinding(target.value as Finding)}
        options={(['explained', 'passed'] as const).map((one) => ({
          value: one,
          label: t(`anomalies.findings.${one}`),
        }))}
      />
      {finding === 'passed' && <p className={styles.soft}>{t('anomalies.passedText')}</p>}
      <label htmlFor={noteField}>{t('anomalies.note')}</label>
      <Input.TextArea
        id={noteField}
        value={note}
        maxLength={1000}
        autoSize={{ minRows: 3, maxRows: 8 }}
        placeholder={t('anomalies.noteExample')}
        onChange={({ target }) => setNote(target.value)}
      />
      <ProblemLine error={look.error} />
      <div>
        <Button
          type="primary"
          disabled={finding === undefined || note.trim() === ''}
          loading={look.isPending}
          onClick={() => finding && void send(finding).catch(() => {})}
        >
          {t('anomalies.send')}
        </Button>
      </div>
    </div>
  );
}
