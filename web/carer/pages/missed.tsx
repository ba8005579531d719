import { useState } from 'react';
import type { MissedEvent, Missed as MissedList } from '../../shared/api-types.gen.ts';
import { Asked } from '../../shared/components/asked.tsx';
import { Button } from '../../shared/components/button.tsx';
import { Card } from '../../shared/components/card.tsx';
import { BottomSheet } from '../../shared/components/dialog.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { useSayWhenDone } from '../../shared/components/toast.tsx';
import { formatDay } from '../../shared/format.ts';
import { ProblemLine } from '../../shared/sign-in/problem-line.tsx';
import { useLanguage } from '../../shared/words/words.ts';
import { type AbsenceReason, useExcuse, useMissed } from '../queries/activities.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import styles from './activity/activity.module.css';
import { useWhen } from './parts/when.ts';

const reasons: readonly AbsenceReason[] = ['ill', 'work', 'on-the-way', 'other'];

/** Where one had a place and did not come: what that means, how to say why, and when it is forgotten. */
export function Page() {
  const { t } = useWords();
  const missed = useMissed();
  return (
    <>
      <PageHead title={t('missed.title')} back="/my-activities" />
      <Asked question={missed} lines={6}>
        {(answer) =>
          answer.items.length === 0 ? (
            <EmptyState title={t('missed.none')} text={t('missed.noneText')} />
          ) : (
            <Opened missed={answer} />
          )
        }
      </Asked>
    </>
  );
}

function Opened({ missed }: { readonly missed: MissedList }) {
  const { t } = useWords();
  const { counting, from, fades_after_days: days } = missed;
  const isBehind = from !== null && counting >= from;
  return (
    <div className={styles.activity}>
      <Card
        tone={isBehind ? 'amber' : 'mint'}
        title={t(isBehind ? 'missed.behind' : 'missed.notBehind')}
      >
        <p>{t('missed.rule', { from: from ?? 0, days: days ?? 0 })}</p>
        <p>{t('missed.only')}</p>
      </Card>
      {missed.items.map((one) => (
        <Event key={one.registration_id} event={one} />
      ))}
    </div>
  );
}

function Event({ event }: { readonly event: MissedEvent }) {
  const { t } = useWords();
  const when = useWhen();
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  return (
    <Card title={event.title}>
      <p>{when(event.begins_at, event.ends_at)}</p>
      <p>
        {event.excuse
          ? t('missed.excused', { reason: t(`missed.reasons.${event.excuse}`) })
          : t('missed.fades', { day: formatDay(event.fades_at, language) })}
      </p>
      {!event.excuse && (
        <Button kind="quiet" wide onClick={() => setAsking(true)}>
          {t('missed.say')}
        </Button>
      )}
      <BottomSheet open={asking} onClose={() => setAsking(false)} title={t('missed.why')}>
        <Reasons event={event} onDone={() => setAsking(false)} />
      </BottomSheet>
    </Card>
  );
}

/** One press says it; nobody has to write an illness down. */
function Reasons({ event, onDone }: { readonly event: MissedEvent; readonly onDone: () => void }) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const excuse = useExcuse();
  const send = (reason: AbsenceReason) =>
    sayWhenDone(
      excuse.mutateAsync(
        { activityId: event.activity_id, registrationId: event.registration_id, reason },
        { onSuccess: onDone },
      ),
      t('missed.saidNow'),
    );
  return (
    <div className={styles.actions}>
      <ProblemLine error={excuse.error} />
      {reasons.map((reason) => (
        <Button
          key={reason}
          kind="quiet"
          wide
          busy={excuse.isPending && excuse.variables?.reason === reason}
          onClick={() => send(reason)}
        >
          {t(`missed.reasons.${reason}`)}
        </Button>
      ))}
    </div>
  );
}
