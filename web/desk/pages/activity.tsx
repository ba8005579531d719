import { Asked } from '../../shared/components/asked.tsx';
import { useToast } from '../../shared/components/toast.tsx';
import { formatInstant, formatSpan } from '../../shared/format.ts';
import { useMay } from '../../shared/queries/me.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { useListFilters, usePageParams } from '../links.ts';
import { useActivity, useChangeActivity } from '../queries/activities.ts';
import { usePlan } from '../queries/plan.ts';
import type { ActivityDetail } from '../queries/shapes.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { ActivityForm } from './activities/activity-form.tsx';
import { draftOf } from './activities/draft.ts';
import styles from './activity/activity.module.css';
import { ActivityActions } from './activity/activity-actions.tsx';
import { OfWhole } from './activity/change-session.tsx';
import { Conflicts } from './activity/conflicts.tsx';
import { HallCode } from './activity/hall-code.tsx';
import { MeetingClasses } from './activity/meeting-classes.tsx';
import { MeetingFamilies } from './activity/meeting-families.tsx';
import { PrivateSlot } from './activity/private-slot.tsx';
import { Questions } from './activity/questions.tsx';
import { Ratings } from './activity/ratings.tsx';
import { Registrations } from './activity/registrations.tsx';
import { Series } from './activity/series.tsx';
import { Sessions } from './activity/sessions.tsx';
import { Team } from './activity/team.tsx';
import { Topics } from './activity/topics.tsx';
import { Helpers } from './activity/who-helps.tsx';
import { Confirmed } from './confirm.tsx';
import { ActivityStateTag } from './parts/activity-state.tsx';
import { useSay } from './parts/say.ts';
import { Note, Paper } from './parts/section.tsx';
import { Sheet } from './parts/sheet.tsx';
import { Terms } from './parts/terms.tsx';

/** One activity: where it stands, what may be done next, who comes. */
export function Page() {
  const { activityId } = usePageParams<'/activities/$activityId'>();
  const activity = useActivity(activityId);
  return (
    <Asked question={activity} lines={10}>
      {(detail) => <Opened activity={detail} />}
    </Asked>
  );
}

function Opened({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const say = useSay();
  // In the address: a board links to what is to be mended.
  const [{ change }, setOpen] = useListFilters({ change: '' });
  const { state, desk } = activity;
  return (
    <>
      <PageHead
        title={
          <>
            {activity.title} <ActivityStateTag state={state} />
          </>
        }
        lead={`${say(activity.kind_name)} · ${activity.host_name}`}
        actions={
          <ActivityActions activity={activity} onChange={() => setOpen({ change: 'yes' })} />
        }
      />
      {state === 'draft' && <Note>{t('activity.draftNote')}</Note>}
      {state === 'cancelled' && (
        <Note>{t('activity.cancelledNote', { reason: activity.cancel_reason ?? '' })}</Note>
      )}
      <Confirmed activity={activity} />
      {desk && !activity.is_private && <Counts activity={activity} />}
      <Paper>
        <Details activity={activity} />
      </Paper>
      <OfWhole activity={activity} />
      <Sessions activity={activity} />
      {activity.has_topics && !activity.part_of && <Topics activity={activity} />}
      <Questions activity={activity} />
      <Series activity={activity} />
      {activity.has_team && activity.sessions.length === 0 && state !== 'cancelled' && (
        <Team activity={activity} />
      )}
      {state !== 'cancelled' && <Helpers activity={activity} />}
      {state !== 'draft' && <Conflicts activity={activity} />}
      {desk?.actions.includes('check-in') && !activity.is_private && (
        <HallCode activity={activity} />
      )}
      {state === 'finished' && !activity.is_private && activity.sessions.length === 0 && (
        <Ratings activityId={activity.activity_id} />
      )}
      {state !== 'draft' && <WhoComes activity={activity} />}
      <ChangeSheet
        activity={activity}
        open={change !== '' && (desk?.actions.includes('change') ?? false)}
        onClose={() => setOpen({ change: '' })}
      />
    </>
  );
}

/** Who may see who comes differs by kind: in private nobody but the two sides, by class the class's own teacher. */
function WhoComes({ activity }: { readonly activity: ActivityDetail }) {
  const may = useMay();
  const { is_private, every_family, part_of } = activity;
  if (is_private) return <PrivateSlot activity={activity} />;
  if (!every_family) return <Registrations activity={activity} />;
  if (!may('meetings.read')) return null;
  if (part_of) return <MeetingFamilies activity={activity} />;
  return activity.sessions.length > 0 ? (
    <MeetingClasses activity={activity} />
  ) : (
    <Registrations activity={activity} />
  );
}

function Counts({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const { desk, capacity } = activity;
  if (!desk) return null;
  const counts = [
    {
      word: t('activity.registered'),
      value: capacity === null ? desk.registered : `${desk.registered} / ${capacity}`,
    },
    ...(desk.offered > 0 ? [{ word: t('activity.offered'), value: desk.offered }] : []),
    { word: t('activity.waiting'), value: desk.waiting },
    { word: t('activity.carers'), value: desk.carers },
    { word: t('activity.entered'), value: desk.entered },
  ];
  return (
    <dl className={styles.counts}>
      {counts.map(({ word, value }) => (
        <div key={word} className={styles.count}>
          <dt>{word}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Details({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const plan = usePlan().data;
  const stages = activity.stages.map((id) => {
    const stage = plan?.stages.find((one) => one.id === id);
    return stage ? say(stage.name) : id;
  });
  const { registration_opens_at: opens, registration_closes_at: closes } = activity;
  return (
    <Terms
      rows={[
        {
          term: t('activity.time'),
          value: formatSpan(activity.begins_at, activity.ends_at, language),
        },
        { term: t('activityForm.place'), value: activity.place },
        { term: t('activityForm.online'), value: activity.online_link },
        { term: t('activityForm.audience'), value: activity.audience },
        { term: t('activityForm.stages'), value: stages.join(language === 'en' ? ', ' : '、') },
        { term: t('activityForm.opens'), value: opens && formatInstant(opens, language) },
        { term: t('activityForm.closes'), value: closes && formatInstant(closes, language) },
        { term: t('activityForm.bring'), value: activity.bring },
        {
          term: t('activityForm.description'),
          value: activity.description && (
            <span className={styles.description}>{activity.description}</span>
          ),
        },
        {
          term: t('activityForm.public'),
          value: t(activity.is_public ? 'activity.isPublic' : 'activity.isNotPublic'),
        },
      ]}
    />
  );
}

interface ChangeSheetProps {
  readonly activity: ActivityDetail;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The form again; those registered are told what changed. */
function ChangeSheet({ activity, open, onClose }: ChangeSheetProps) {
  const { t } = useWords();
  const say = useToast();
  const change = useChangeActivity(activity.activity_id);
  const published = activity.state === 'published';
  const hasSessions = activity.sessions.length > 0;
  const told = activity.desk?.carers ?? 0;
  return (
    <Sheet open={open} onClose={onClose} title={t('activity.change')}>
      {published && <Note>{t('activity.changeTells', { count: told })}</Note>}
      <div className={styles.changing}>
        <ActivityForm
          draft={draftOf(activity)}
          published={published}
          hasSessions={hasSessions}
          submitWord={t('activityForm.saveChange')}
          busy={change.isPending}
          error={change.error}
          onSubmit={async ({ host_id: _, kind, begins_at, ends_at, capacity, ...written }) => {
            await change.mutateAsync({
              ...written,
              ...(!published && { kind }),
              ...(!hasSessions && { begins_at, ends_at, capacity }),
              version: activity.version,
            });
            say(t('activityForm.savedChange'));
            onClose();
          }}
        />
      </div>
    </Sheet>
  );
}
