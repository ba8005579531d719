import { Button } from 'antd';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { formatInstant } from '../../../shared/format.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useLanguage } from '../../../shared/words/words.ts';
import { useNoteCall, useShowNumber } from '../../queries/notices.ts';
import type { CallToMake } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../parts/say.ts';
import { Paper } from '../parts/section.tsx';
import { Tag } from '../parts/tag.tsx';
import styles from './calls.module.css';

/** One family: first the number, then how it went. */
export function CallToMakeCard({ call }: { readonly call: CallToMake }) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  return (
    <Paper>
      <h2 className={styles.title}>
        {[call.student_name, call.place_name].filter(Boolean).join(' · ') || call.carer_name}
      </h2>
      <p className={styles.soft}>{t('calls.carer', { name: call.carer_name })}</p>
      <p className={styles.say}>{say(call.text)}</p>
      <p className={styles.tags}>
        {call.useful_until && (
          <Tag tone="amber">
            {t('calls.until', { when: formatInstant(call.useful_until, language) })}
          </Tag>
        )}
        {call.called_at && (
          <Tag>
            {t('calls.tried', {
              count: call.tries,
              name: call.called_by_name ?? '',
              when: formatInstant(call.called_at, language),
            })}
          </Tag>
        )}
      </p>
      <Telephone call={call} />
    </Paper>
  );
}

function Telephone({ call }: { readonly call: CallToMake }) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const number = useShowNumber();
  const note = useNoteCall();
  const went = (outcome: 'reached' | 'not-reached') =>
    sayWhenDone(
      note.mutateAsync({ id: call.id, outcome }),
      t(outcome === 'reached' ? 'calls.reachedNow' : 'calls.missedNow'),
    );
  if (!number.data) {
    return (
      <>
        <ProblemLine error={number.error} />
        <Button
          type="primary"
          loading={number.isPending}
          onClick={() => number.mutate(call.id)}
          aria-label={t('calls.showOf', { name: call.carer_name })}
        >
          {t('calls.show')}
        </Button>
      </>
    );
  }
  const { phone } = number.data;
  return (
    <>
      {phone ? (
        <p>
          <a className={styles.number} href={`tel:${phone}`}>
            {phone}
          </a>
        </p>
      ) : (
        <p>{t('calls.noNumber')}</p>
      )}
      <ProblemLine error={note.error} />
      <div className={styles.ways}>
        <Button type="primary" loading={note.isPending} onClick={() => went('reached')}>
          {t('calls.reached')}
        </Button>
        <Button disabled={note.isPending} onClick={() => went('not-reached')}>
          {t('calls.missed')}
        </Button>
      </div>
    </>
  );
}
