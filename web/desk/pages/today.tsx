import type { BoardRow } from '../../shared/api-types.gen.ts';
import { buttonLook } from '../../shared/components/button.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { Skeleton } from '../../shared/components/loading.tsx';
import { MorningDrawing } from '../../shared/drawings.tsx';
import { formatSpan } from '../../shared/format.ts';
import { useMay } from '../../shared/queries/me.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { Link } from '../links.ts';
import type { ActivityRow, LinkRequest } from '../queries/shapes.ts';
import { useTodayOnDesk } from '../queries/today.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { Missing } from './board/missing.tsx';
import { useRelationship } from './parts/relationship.ts';
import { Paper, Section } from './parts/section.tsx';
import { MyDuties } from './today/my-duties.tsx';
import styles from './today/today.module.css';

/** What waits for me: events of today, carers to decide on, drafts of mine. */
export function Page() {
  const { t } = useWords();
  const { duties, today, lacking, requests, calls, contests, privacy, drafts, isPending } =
    useTodayOnDesk();
  if (isPending) return <Skeleton lines={8} />;
  const waiting = requests.length + calls + contests + privacy;
  const quiet = duties.length + today.length + lacking.length + waiting + drafts.length === 0;
  return (
    <>
      <PageHead title={t('today.title')} lead={t('today.lead')} />
      {quiet && <Quiet />}
      {duties.length > 0 && <MyDuties duties={duties} />}
      {today.length > 0 && (
        <Section title={t('today.events')}>
          <div className={styles.cards}>
            {today.map((activity) => (
              <TodaysEvent key={activity.activity_id} activity={activity} />
            ))}
          </div>
        </Section>
      )}
      {lacking.length > 0 && <Lacking events={lacking} />}
      {contests > 0 && (
        <p className={styles.calls}>
          <Link to="/contests">{t('contests.today', { count: contests })}</Link>
        </p>
      )}
      {calls > 0 && (
        <p className={styles.calls}>
          <Link to="/calls">{t('calls.today', { count: calls })}</Link>
        </p>
      )}
      {privacy > 0 && (
        <p className={styles.calls}>
          <Link to="/privacy-requests">{t('privacyRequests.today', { count: privacy })}</Link>
        </p>
      )}
      {requests.length > 0 && <Requests requests={requests} />}
      {drafts.length > 0 && <Drafts drafts={drafts} />}
    </>
  );
}

function Quiet() {
  const { t } = useWords();
  const may = useMay();
  return (
    <EmptyState
      drawing={MorningDrawing}
      title={t('today.quiet')}
      text={t('today.quietText')}
      action={may('activities.arrange') && <Link to="/activities/new">{t('activities.make')}</Link>}
    />
  );
}

function TodaysEvent({ activity }: { readonly activity: ActivityRow }) {
  const { t } = useWords();
  const may = useMay();
  const language = useLanguage();
  const params = { activityId: activity.activity_id };
  return (
    <Paper>
      <h3 className={styles.title}>
        <Link to="/activities/$activityId" params={params}>
          {activity.title}
        </Link>
      </h3>
      <p>{formatSpan(activity.begins_at, activity.ends_at, language)}</p>
      <p className={styles.soft}>
        {[
          activity.host_name,
          activity.place,
          t('today.registered', { count: activity.places_taken }),
        ].join(' · ')}
      </p>
      {may('activities.check-in') && (
        <p className={styles.ways}>
          <Link
            to="/activities/$activityId/screen"
            params={params}
            className={buttonLook({ kind: 'main' })}
          >
            {t('checkInScreen.title')}
          </Link>
          <Link
            to="/activities/$activityId/scanner"
            params={params}
            className={buttonLook({ kind: 'quiet' })}
          >
            {t('checkInScanner.title')}
          </Link>
        </p>
      )}
    </Paper>
  );
}

/** The first of the board: what is over comes first, as it lies there. */
function Lacking({ events }: { readonly events: readonly BoardRow[] }) {
  const { t } = useWords();
  const language = useLanguage();
  return (
    <Section
      title={t('board.today')}
      action={
        <Link to="/board" search={{ missing: 'anything' }}>
          {t('searchPage.all')}
        </Link>
      }
    >
      <ul className={styles.list}>
        {events.slice(0, MOST_SHOWN).map((event) => (
          <li key={event.activity_id} className={styles.lacking}>
            <strong>{event.title}</strong>
            <span className={styles.soft}>
              {formatSpan(event.begins_at, event.ends_at, language)}
            </span>
            <Missing event={event} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Requests({ requests }: { readonly requests: readonly LinkRequest[] }) {
  const { t } = useWords();
  const relationship = useRelationship();
  return (
    <Section
      title={t('today.links', { count: requests.length })}
      action={<Link to="/links">{t('searchPage.all')}</Link>}
    >
      <ul className={styles.list}>
        {requests.slice(0, MOST_SHOWN).map((request) => (
          <li key={request.id}>
            <Link to="/links" search={{ open: request.id }} className={styles.row ?? ''}>
              <strong>{request.carer.name}</strong>
              <span>
                {t('today.linkOf', {
                  child: request.child_name,
                  relationship: relationship(request.relationship),
                })}
              </span>
              <span className={styles.soft}>
                {[request.school_name, request.class_hint].filter(Boolean).join(' ')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const MOST_SHOWN = 5;

function Drafts({ drafts }: { readonly drafts: readonly ActivityRow[] }) {
  const { t } = useWords();
  const language = useLanguage();
  return (
    <Section
      title={t('today.drafts', { count: drafts.length })}
      action={
        <Link to="/activities" search={{ state: 'draft' }}>
          {t('searchPage.all')}
        </Link>
      }
    >
      <ul className={styles.list}>
        {drafts.slice(0, MOST_SHOWN).map((draft) => (
          <li key={draft.activity_id}>
            <Link
              to="/activities/$activityId"
              params={{ activityId: draft.activity_id }}
              className={styles.row ?? ''}
            >
              <strong>{draft.title}</strong>
              <span className={styles.soft}>
                {formatSpan(draft.begins_at, draft.ends_at, language)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
