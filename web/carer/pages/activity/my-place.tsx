import { useState } from 'react';
import { Button, buttonLook } from '../../../shared/components/button.tsx';
import { Card } from '../../../shared/components/card.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { useSignedIn } from '../../../shared/queries/me.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useLanguage } from '../../../shared/words/words.ts';
import { Link } from '../../links.ts';
import { eventFileAddress, useAcceptOffer, useGiveUpPlace } from '../../queries/activities.ts';
import type { ActivityDetail, Registration } from '../../queries/answers.ts';
import { useWords } from '../../words/words.ts';
import { IN_WECHAT, OutsideWeChat } from '../parts/outside-wechat.tsx';
import { useUntil } from '../parts/when.ts';
import styles from './activity.module.css';
import { ChangeSession } from './change-session.tsx';

interface MyPlaceProps {
  readonly activity: ActivityDetail;
  readonly registration: Registration;
}

/** Signed up, offered a place or waiting: for whom, what next, and the way out. */
export function MyPlace({ activity, registration }: MyPlaceProps) {
  const { t } = useWords();
  if (registration.state === 'offered') {
    return <Offered activity={activity} registration={registration} />;
  }
  const waiting = registration.state === 'waiting';
  const came = activity.attendance !== 'none';
  if (came) return <Came activity={activity} />;
  return (
    <Card
      tone={waiting ? 'amber' : 'mint'}
      title={
        waiting
          ? t('activity.waitingAt', { position: registration.waiting_position ?? '' })
          : t(activity.is_private ? 'booking.booked' : 'activity.done')
      }
    >
      <ForChildren registration={registration} />
      <p>{t(textOf(activity, waiting))}</p>
      {waiting && <WhyThere activity={activity} registration={registration} />}
      <div className={styles.actions}>
        {!waiting && !activity.is_private && (
          <Link
            to="/my-code"
            search={{ activity: activity.activity_id }}
            className={buttonLook({ wide: true })}
          >
            {t('activity.code')}
          </Link>
        )}
        {!waiting && <Calendar activity={activity} />}
        {!activity.is_private && <ChangeSession activity={activity} registration={registration} />}
        <GiveUp activityId={activity.activity_id} registration={registration} />
      </div>
    </Card>
  );
}

/** Why I stand where I stand: who goes before me, and that it is the order of coming among equals. */
function WhyThere({ activity, registration }: MyPlaceProps) {
  const { t } = useWords();
  const { waiting_reasons: reasons } = registration;
  if (reasons.length === 0) return <p>{t('activity.waitingFirst')}</p>;
  return (
    <>
      {reasons.map((reason) => (
        <p key={reason}>
          {t(`activity.waitingReasons.${reason}`, { groups: activity.priority?.groups ?? '' })}
        </p>
      ))}
      {reasons.includes('missed') && (
        <Link to="/my-activities/missed">{t('activity.seeMissed')}</Link>
      )}
    </>
  );
}

function textOf({ is_private }: ActivityDetail, waiting: boolean) {
  if (is_private) return 'booking.private';
  return waiting ? 'activity.waitingText' : 'activity.doneText';
}

/** A place is kept: to be accepted before its time is over. */
function Offered({ activity, registration }: MyPlaceProps) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const until = useUntil();
  const accept = useAcceptOffer(activity.activity_id);
  return (
    <Card tone="amber" title={t('activity.offered')}>
      <ForChildren registration={registration} />
      <p>{t('activity.offeredText', { until: until(registration.offer_ends_at ?? '') })}</p>
      <ProblemLine error={accept.error} />
      <div className={styles.actions}>
        <Button
          wide
          busy={accept.isPending}
          onClick={() => sayWhenDone(accept.mutateAsync(registration.id), t('activity.accepted'))}
        >
          {t('activity.accept')}
        </Button>
        <GiveUp activityId={activity.activity_id} registration={registration} />
      </div>
    </Card>
  );
}

/** On the day: inside, or done. A place that was used is no longer given up. */
function Came({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const inside = activity.attendance === 'entered';
  return (
    <Card tone="mint" title={inside ? t('home.entered') : t('myActivities.attended')}>
      <WithWhom activity={activity} />
      <p>{inside ? t('home.enteredText') : t('activity.finishedText')}</p>
      <div className={styles.actions}>
        {inside ? (
          <Link
            to="/my-code"
            search={{ activity: activity.activity_id }}
            className={buttonLook({ wide: true })}
          >
            {t('home.showExit')}
          </Link>
        ) : (
          <Link to="/growth" className={buttonLook({ wide: true })}>
            {t('home.toGrowth')}
          </Link>
        )}
      </div>
    </Card>
  );
}

/** Where carer and child come together: with whom the door saw this carer. */
export function WithWhom({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const names = useNamesOfMine(activity.children_came ?? []);
  if (!activity.with_children) return null;
  return <p>{names ? t('activity.cameWith', { names }) : t('activity.cameAlone')}</p>;
}

function ForChildren({ registration }: { readonly registration: Registration }) {
  const { t } = useWords();
  const names = useNamesOfMine(registration.student_ids);
  if (!names) return null;
  return <p>{t('activity.forChildren', { names })}</p>;
}

/** Of my children, in one line; empty: none of them. */
function useNamesOfMine(ids: readonly string[]): string {
  const language = useLanguage();
  const { children } = useSignedIn();
  return children
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join(language === 'en' ? ', ' : '、');
}

/** A file that the phone's own calendar opens. WeChat opens none: there one is told how. */
function Calendar({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  if (IN_WECHAT) {
    return <OutsideWeChat word={t('activity.calendar')} />;
  }
  return (
    <a
      href={eventFileAddress(activity.activity_id)}
      className={buttonLook({ kind: 'quiet', wide: true })}
    >
      {t('activity.calendar')}
    </a>
  );
}

/** What one calls giving it up, by what one has. */
const giveUpWords = {
  registered: 'activity.giveUp',
  waiting: 'activity.leaveQueue',
  offered: 'activity.decline',
  cancelled: 'activity.giveUp',
} as const;

function GiveUp({
  activityId,
  registration,
}: {
  readonly activityId: string;
  readonly registration: Registration;
}) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const giveUp = useGiveUpPlace(activityId);
  const [asking, setAsking] = useState(false);
  const word = t(giveUpWords[registration.state]);
  return (
    <>
      <Button kind="plain" onClick={() => setAsking(true)}>
        {word}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('activity.giveUpTitle')}
        actions={
          <>
            <Button
              kind="danger"
              busy={giveUp.isPending}
              onClick={() =>
                sayWhenDone(giveUp.mutateAsync(registration.id), t('activity.givenUp'))
              }
            >
              {word}
            </Button>
            <Button kind="quiet" onClick={() => setAsking(false)}>
              {t('activity.keep')}
            </Button>
          </>
        }
      >
        <p>{t('activity.giveUpText')}</p>
        <ProblemLine error={giveUp.error} />
      </Dialog>
    </>
  );
}
