import { buttonLook } from '../../../shared/components/button.tsx';
import { Card } from '../../../shared/components/card.tsx';
import { Link } from '../../links.ts';
import type { CarerHome, ComingEvent, TodaysEvent } from '../../queries/answers.ts';
import { useWords } from '../../words/words.ts';
import { useWhen } from '../parts/when.ts';
import styles from './now-card.module.css';

/** The one thing that matters now, the first of these that is so. */
export function NowCard({ home }: { readonly home: CarerHome }) {
  const mine = home.today.filter(({ registration_state }) => registration_state === 'registered');
  const inside = mine.find(({ attendance }) => attendance === 'entered');
  const ahead = mine.find(({ attendance, ends_at }) => attendance === 'none' && !over(ends_at));
  const suspended = home.children.find(({ certificate }) => whySuspended(certificate?.state));
  const waiting = home.today.find(({ registration_state }) => registration_state === 'waiting');
  const left = mine.find(({ attendance }) => attendance === 'left');
  if (inside) return <Inside event={inside} />;
  if (ahead) return <Ahead event={ahead} />;
  if (suspended?.certificate) {
    const { id, state } = suspended.certificate;
    return <Suspended name={suspended.name} certificateId={id} why={whySuspended(state)} />;
  }
  if (waiting) return <Waiting event={waiting} />;
  if (left) return <Left event={left} />;
  if (home.children.length === 0) return <LinkFirst />;
  // Who is asked for an answer is not told that there is nothing to do.
  if (home.notices.some(({ asks }) => asks)) return null;
  return <Quiet next={home.coming[0]} />;
}

function over(endsAt: string): boolean {
  return Date.parse(endsAt) < Date.now();
}

function Ahead({ event }: { readonly event: TodaysEvent }) {
  const { t } = useWords();
  return (
    <Card title={event.title} tone="mint">
      <TimeAndPlace event={event} />
      <CodeButtons activityId={event.activity_id} show={t('home.showCode')} scan={t('home.scan')} />
    </Card>
  );
}

function Inside({ event }: { readonly event: TodaysEvent }) {
  const { t } = useWords();
  return (
    <Card title={t('home.entered')} tone="mint">
      <p className={styles.strong}>{event.title}</p>
      <p>{t('home.enteredText')}</p>
      <CodeButtons
        activityId={event.activity_id}
        show={t('home.showExit')}
        scan={t('home.scanExit')}
      />
    </Card>
  );
}

interface CodeButtonsProps {
  readonly activityId: string;
  readonly show: string;
  readonly scan: string;
}

function CodeButtons({ activityId, show, scan }: CodeButtonsProps) {
  return (
    <p className={styles.actions}>
      <Link to="/my-code" search={{ activity: activityId }} className={buttonLook({ wide: true })}>
        {show}
      </Link>
      <Link to="/scan" className={buttonLook({ kind: 'quiet', wide: true })}>
        {scan}
      </Link>
    </p>
  );
}

function TimeAndPlace({ event }: { readonly event: TodaysEvent }) {
  const when = useWhen();
  return (
    <p>
      {when(event.begins_at, event.ends_at)}
      <br />
      {event.place}
    </p>
  );
}

/** Points fell below, or the district office is looking into it. */
function whySuspended(state: string | undefined) {
  return (['suspended', 'contested'] as const).find((one) => one === state);
}

interface SuspendedProps {
  readonly name: string;
  readonly certificateId: string;
  readonly why: 'suspended' | 'contested' | undefined;
}

function Suspended({ name, certificateId, why = 'suspended' }: SuspendedProps) {
  const { t } = useWords();
  return (
    <Card title={t(`home.${why}`, { name })} tone="amber">
      <p>{t(`home.${why}Text`)}</p>
      <p className={styles.actions}>
        <Link
          to="/certificates/$certificateId"
          params={{ certificateId }}
          className={buttonLook({ wide: true })}
        >
          {t('home.seeWhy')}
        </Link>
      </p>
    </Card>
  );
}

function Waiting({ event }: { readonly event: TodaysEvent }) {
  const { t } = useWords();
  return (
    <Card title={t('home.waiting')} tone="amber">
      <p className={styles.strong}>{event.title}</p>
      <TimeAndPlace event={event} />
      <p className={styles.actions}>
        <Link
          to="/activities/$activityId"
          params={{ activityId: event.activity_id }}
          className={buttonLook({ wide: true })}
        >
          {t('home.seeNext')}
        </Link>
      </p>
    </Card>
  );
}

function Left({ event }: { readonly event: TodaysEvent }) {
  const { t } = useWords();
  return (
    <Card title={t('home.left')} tone="mint">
      <p>{t('home.leftText', { title: event.title })}</p>
      <p className={styles.actions}>
        <Link to="/growth" className={buttonLook({ wide: true })}>
          {t('home.toGrowth')}
        </Link>
      </p>
    </Card>
  );
}

function LinkFirst() {
  const { t } = useWords();
  return (
    <Card title={t('home.linkFirst')} tone="mint">
      <p>{t('home.linkFirstText')}</p>
      <p className={styles.actions}>
        <Link to="/family/link" className={buttonLook({ wide: true })}>
          {t('home.link')}
        </Link>
      </p>
    </Card>
  );
}

function Quiet({ next }: { readonly next: ComingEvent | undefined }) {
  const { t } = useWords();
  const when = useWhen();
  return (
    <Card title={t('home.quiet')} tone="mint">
      {next ? (
        <p>
          {t('home.next')}
          <br />
          <strong className={styles.strong}>{next.title}</strong>
          <br />
          <time dateTime={next.begins_at}>{when(next.begins_at, next.ends_at)}</time>
        </p>
      ) : (
        <p>{t('home.nothingComing')}</p>
      )}
      <p className={styles.actions}>
        {next ? (
          <Link
            to="/activities/$activityId"
            params={{ activityId: next.activity_id }}
            className={buttonLook({ wide: true })}
          >
            {t('home.seeNext')}
          </Link>
        ) : (
          <Link to="/growth" className={buttonLook({ wide: true })}>
            {t('home.toGrowth')}
          </Link>
        )}
      </p>
    </Card>
  );
}
