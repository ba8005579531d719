import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { useToast } from '../../../shared/components/toast.tsx';
import { formatInstant } from '../../../shared/format.ts';
import { positionNow } from '../../../shared/position.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useLanguage } from '../../../shared/words/words.ts';
import { useChangeDoorRules, useDoorHints, useDoorRules } from '../../queries/scanner.ts';
import type { ActivityDetail } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../parts/say.ts';
import { Section } from '../parts/section.tsx';
import styles from './activity.module.css';

/** The code on the hall's screen: whether phones must be near, and which check-ins are worth a look. */
export function HallCode({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const actions = activity.desk?.actions ?? [];
  const mayRule = actions.includes('change') && actions.includes('check-in');
  const mayCorrect = actions.includes('correct') && (activity.desk?.entered ?? 0) > 0;
  if (!mayRule && !mayCorrect) return null;
  return (
    <Section title={t('hallCode.title')}>
      <p className={styles.soft}>{t('hallCode.lead')}</p>
      {mayRule && <Distance activityId={activity.activity_id} />}
      {mayCorrect && <Hints activityId={activity.activity_id} />}
    </Section>
  );
}

const METRES = [100, 200, 500, 1000];
const USUAL_METRES = 200;

function Distance({ activityId }: { readonly activityId: string }) {
  const { t } = useWords();
  const say = useToast();
  const id = useId();
  const rules = useDoorRules(activityId);
  const change = useChangeDoorRules(activityId);
  const [problem, setProblem] = useState<string>();
  const { place = null, version = 0 } = rules.data ?? {};
  const save = (next: typeof place) =>
    change.mutate({ place: next, version }, { onSuccess: () => say(t('hallCode.saved')) });
  const here = async () => {
    setProblem(undefined);
    try {
      const { latitude, longitude } = await positionNow();
      save({ latitude, longitude, most_metres: place?.most_metres ?? USUAL_METRES });
    } catch {
      setProblem(t('hallCode.notFound'));
    }
  };
  return (
    <div className={styles.deciding}>
      <label htmlFor={id}>{t('hallCode.distance')}</label>
      <div className={styles.buttons}>
        <Select
          id={id}
          className={styles.choice ?? ''}
          value={place?.most_metres ?? 0}
          disabled={place === null}
          onChange={(metres) =>
            save(place && metres > 0 ? { ...place, most_metres: metres } : null)
          }
          options={[
            { value: 0, label: t('hallCode.off') },
            ...METRES.map((metres) => ({ value: metres, label: t('hallCode.within', { metres }) })),
          ]}
        />
        <Button loading={change.isPending} onClick={() => void here()}>
          {t('hallCode.here')}
        </Button>
      </div>
      <p className={styles.soft}>{t(place ? 'hallCode.placed' : 'hallCode.needsHere')}</p>
      {problem && <p role="alert">{problem}</p>}
      <ProblemLine error={change.error} />
    </div>
  );
}

function Hints({ activityId }: { readonly activityId: string }) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const hints = useDoorHints(activityId).data?.items ?? [];
  if (hints.length === 0) return null;
  return (
    <>
      <h3 className={styles.hints}>{t('hallCode.hints')}</h3>
      <p className={styles.soft}>{t('hallCode.hintsText')}</p>
      <ul className={styles.series}>
        {hints.map(({ kind, words, at, carers }) => (
          <li key={`${kind} ${at} ${carers.join()}`}>
            {formatInstant(at, language)} · {carers.join('、')}：{say(words)}
          </li>
        ))}
      </ul>
    </>
  );
}
