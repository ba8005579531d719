import { Asked } from '../../../shared/components/asked.tsx';
import { formatInstant, formatSpan } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { type AnomalyFile, useAnomaly } from '../../queries/anomalies.ts';
import { useWords } from '../../words/words.ts';
import contests from '../contests/contests.module.css';
import { useSay } from '../parts/say.ts';
import { Note, Section } from '../parts/section.tsx';
import { Terms } from '../parts/terms.tsx';
import { AnomalyState } from './anomaly-state.tsx';
import { Events, Presences, Uses } from './evidence.tsx';
import { LookInto } from './look-into.tsx';
import { useHostNames } from './use-host-names.ts';

/** One hint: what makes it one, its harmless reading, the records behind it, and what somebody found. */
export function AnomalyFileView({ anomalyId }: { readonly anomalyId: string }) {
  return (
    <Asked question={useAnomaly(anomalyId)} lines={9}>
      {(anomaly) => <Opened key={anomaly.id} anomaly={anomaly} />}
    </Asked>
  );
}

function Opened({ anomaly }: { readonly anomaly: AnomalyFile }) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const hostsOf = useHostNames();
  return (
    <article className={contests.file}>
      <h2 className={contests.name}>
        {say(anomaly.about)} · {say(anomaly.summary)}
      </h2>
      <p className={contests.line}>
        <strong>{say(anomaly.kind_name)}</strong>
        <AnomalyState line={anomaly} />
      </p>
      {anomaly.kind !== 'always-maximum' && <Note>{t('anomalies.logged')}</Note>}
      <Terms
        rows={[
          { term: t('anomalies.hosts'), value: hostsOf(anomaly) },
          {
            term: t('anomalies.when'),
            value: formatSpan(anomaly.from_at, anomaly.until_at, language),
          },
          { term: t('anomalies.found'), value: formatInstant(anomaly.found_at, language) },
          { term: t('anomalies.harmless'), value: say(anomaly.harmless) },
        ]}
      />
      {anomaly.presences.length > 0 && <Presences presences={anomaly.presences} />}
      {anomaly.kind === 'one-phone' && <Uses anomaly={anomaly} />}
      {anomaly.events.length > 0 && <Events events={anomaly.events} />}
      <Found anomaly={anomaly} />
      <LookInto anomaly={anomaly} />
    </article>
  );
}

function Found({ anomaly: { note, looked_by: by, looked_at: at } }: { anomaly: AnomalyFile }) {
  const { t } = useWords();
  const language = useLanguage();
  if (note === null) return null;
  return (
    <Section title={t('anomalies.result')}>
      <div className={contests.decision}>
        <p className={contests.said}>{note}</p>
        <p className={contests.soft}>
          {t('anomalies.foundBy', { name: by ?? '', when: at ? formatInstant(at, language) : '' })}
        </p>
      </div>
    </Section>
  );
}
