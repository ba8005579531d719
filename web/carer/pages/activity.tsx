import type { QueryClient } from '@tanstack/react-query';
import { Asked } from '../../shared/components/asked.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { formatInstant, formatPoints } from '../../shared/format.ts';
import { useSignedIn } from '../../shared/queries/me.ts';
import type { PageParams } from '../../shared/routing/app-pages.tsx';
import { useLanguage } from '../../shared/words/words.ts';
import { Link, usePageParams } from '../links.ts';
import { oneActivity, useActivity } from '../queries/activities.ts';
import type { ActivityDetail } from '../queries/answers.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import styles from './activity/activity.module.css';
import { Afterwards } from './activity/afterwards.tsx';
import { MeetingAnswer } from './activity/meeting-answer.tsx';
import { MyAnswers } from './activity/my-answers.tsx';
import { MyPlace, WithWhom } from './activity/my-place.tsx';
import { OtherTimes } from './activity/other-times.tsx';
import { Sessions } from './activity/sessions.tsx';
import { Share } from './activity/share.tsx';
import { SignUp } from './activity/sign-up.tsx';
import { Team } from './activity/team.tsx';
import { Topics } from './activity/topics.tsx';
import { Paper } from './parts/paper.tsx';
import { useSay } from './parts/say.ts';
import { Tag } from './parts/tag.tsx';
import { Terms } from './parts/terms.tsx';
import { useUntil, useWhen } from './parts/when.ts';

export const opensWith = (client: QueryClient, { activityId = '' }: PageParams) =>
  client.prefetchQuery(oneActivity(activityId));

export function Page() {
  const { t } = useWords();
  const { activityId } = usePageParams<'/activities/$activityId'>();
  const activity = useActivity(activityId);
  return (
    <>
      <PageHead title={t('activity.title')} back="/activities" />
      <Asked question={activity} lines={9}>
        {(answer) => <Opened activity={answer} />}
      </Asked>
    </>
  );
}

function Opened({ activity }: { readonly activity: ActivityDetail }) {
  const say = useSay();
  return (
    <article className={styles.activity}>
      <header className={styles.head}>
        <h2 className={styles.title}>{activity.title}</h2>
        <Tag>{say(activity.kind_name)}</Tag>
        <OfWhole activity={activity} />
      </header>
      <WhereIStand activity={activity} />
      <Afterwards activity={activity} />
      <Paper>
        <Details activity={activity} />
      </Paper>
      {activity.description && (
        <Paper>
          <p className={styles.description}>{activity.description}</p>
        </Paper>
      )}
      {activity.has_topics && <Topics activityId={activity.activity_id} />}
      <OtherTimes activity={activity} />
      {activity.sessions.length > 0 ? (
        <Sessions activity={activity} />
      ) : (
        <WhatToDo activity={activity} />
      )}
      {activity.is_public && activity.state === 'published' && <Share activity={activity} />}
    </article>
  );
}

/** From a session back to all of them. */
function OfWhole({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const { part_of: whole, every_family } = activity;
  // The meetings of other classes are no choice.
  if (!whole || every_family) return null;
  return (
    <Link to="/activities/$activityId" params={{ activityId: whole.activity_id }}>
      {t('sessions.all')}
    </Link>
  );
}

function Details({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const language = useLanguage();
  const when = useWhen();
  const {
    worth,
    registration_opens_at: opens,
    registration_closes_at: closes,
    online_link: online,
  } = activity;
  return (
    <Terms
      rows={[
        { term: t('activity.when'), value: when(activity.begins_at, activity.ends_at) },
        { term: t('activity.where'), value: activity.place },
        {
          term: t('activity.online'),
          value: online && <a href={online}>{t('activity.join')}</a>,
        },
        { term: t('activity.host'), value: activity.host_name },
        {
          term: t('activity.programme'),
          value: activity.programme && (
            <Link to="/programmes/$programmeId" params={{ programmeId: activity.programme.id }}>
              {activity.programme.name}
            </Link>
          ),
        },
        { term: t('activity.forWhom'), value: activity.audience },
        { term: t('activity.withChild'), value: activity.with_children && t('activity.together') },
        { term: t('activity.bring'), value: activity.bring },
        {
          term: t('activity.places'),
          value: !activity.is_private && <Places activity={activity} />,
        },
        {
          term: t('activity.opens'),
          value: opensLater(activity) && opens && formatInstant(opens, language),
        },
        {
          term: t('activity.priority'),
          value:
            activity.priority &&
            t(activity.priority.is_mine ? 'activity.priorityMine' : 'activity.priorityOthers', {
              groups: activity.priority.groups,
            }),
        },
        { term: t('activity.closes'), value: closes && formatInstant(closes, language) },
        {
          term: t('activity.worth'),
          value:
            worth > 0
              ? t('activity.worthText', { points: formatPoints(worth, language) })
              : t('activity.noWorth'),
        },
      ]}
    />
  );
}

function Places({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const { capacity, places_left: left } = activity;
  if (capacity === null || left === null) return t('activity.placesFree');
  if (left <= 0) return t('activities.full');
  return t('activity.placesOf', { capacity, left });
}

/** Signed up: my place. Not possible any more: why. Nothing while the place is still to be taken. */
function WhereIStand({ activity }: { readonly activity: ActivityDetail }) {
  const { state, registration } = activity;
  if (state === 'cancelled') return <Stopped why="cancelled" reason={activity.cancel_reason} />;
  if (state === 'finished') {
    return (
      <>
        <Stopped why="finished" />
        {activity.children_came && <WithWhom activity={activity} />}
      </>
    );
  }
  if (registration && registration.state !== 'cancelled') {
    return (
      <>
        <MyPlace activity={activity} registration={registration} />
        {activity.has_team && registration.state === 'registered' && (
          <Team activityId={activity.activity_id} />
        )}
        <MyAnswers activity={activity} registration={registration} />
      </>
    );
  }
  if (activity.sessions.length === 0 && closed(activity)) return <Stopped why="closed" />;
  if (opensLater(activity)) return <Stopped why="notOpen" />;
  return othersFirst(activity) ? <OthersFirst activity={activity} /> : null;
}

/** The one button, or why it is not for my children. */
function WhatToDo({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const { children } = useSignedIn();
  const { state, registration } = activity;
  if (state !== 'published' || closed(activity) || opensLater(activity)) return null;
  if (othersFirst(activity)) return null;
  if (registration && registration.state !== 'cancelled') return null;
  const fitting = children.filter(({ id }) => activity.student_ids.includes(id));
  if (fitting.length > 0) {
    return (
      <>
        {activity.every_family && (
          <MeetingAnswer meetingId={activity.activity_id} childrenOfMine={fitting} />
        )}
        <SignUp
          place={activity}
          questions={activity.questions}
          childrenOfMine={fitting}
          word={activity.every_family ? t('meeting.come') : undefined}
        />
      </>
    );
  }
  return (
    <EmptyState
      title={t('activity.noFit')}
      text={t('activity.noFitText')}
      action={<Link to="/activities">{t('home.toActivities')}</Link>}
    />
  );
}

/** Without a day of its own, sign-up closes when the activity begins. */
function closed({ registration_closes_at, begins_at }: ActivityDetail): boolean {
  return Date.parse(registration_closes_at ?? begins_at) < Date.now();
}

function opensLater({ registration_opens_at: opens }: ActivityDetail): boolean {
  return opens !== null && Date.parse(opens) > Date.now();
}

/** Other families may sign up now; mine may later. */
function othersFirst({ priority }: ActivityDetail): boolean {
  const until = priority?.until;
  return Boolean(until && !priority?.is_mine && Date.parse(until) > Date.now());
}

function OthersFirst({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const until = useUntil();
  const { groups = '', until: instant } = activity.priority ?? {};
  return (
    <section className={styles.stopped}>
      <h3>{t('activity.othersFirst', { groups })}</h3>
      <p>{t('activity.othersFirstText', { until: until(instant ?? '') })}</p>
    </section>
  );
}

interface StoppedProps {
  readonly why: 'cancelled' | 'finished' | 'closed' | 'notOpen';
  readonly reason?: string | null;
}

function Stopped({ why, reason }: StoppedProps) {
  const { t } = useWords();
  return (
    <section className={styles.stopped}>
      <h3>{t(`activity.${why}`)}</h3>
      <p>{reason || t(`activity.${why}Text`)}</p>
    </section>
  );
}
