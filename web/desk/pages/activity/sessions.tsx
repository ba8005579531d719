import { Button } from 'antd';
import { useState } from 'react';
import { useSayWhenDone, useToast } from '../../../shared/components/toast.tsx';
import { formatSpan } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { Link } from '../../links.ts';
import { useActivityKinds } from '../../queries/activities.ts';
import { useAddClasses } from '../../queries/meetings.ts';
import { useAddSlots } from '../../queries/sessions.ts';
import type { ActivityDetail, Session } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { ActivityStateTag } from '../parts/activity-state.tsx';
import { RowsTable } from '../parts/list-table.tsx';
import { useProblemBox } from '../parts/problem-box.ts';
import { Note, Section } from '../parts/section.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { Tag } from '../parts/tag.tsx';
import styles from './activity.module.css';
import { emptySession, SessionForm } from './session-form.tsx';

/** The sessions that families choose from, and making more of them. */
export function Sessions({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const [adding, setAdding] = useState(false);
  const columns = useColumns(activity.is_private);
  const kinds = useActivityKinds().data?.items ?? [];
  const kind = kinds.find(({ id }) => id === activity.kind);
  const mayAdd =
    kind?.sessions != null &&
    activity.part_of === null &&
    (activity.desk?.actions.includes('change') ?? false) &&
    (activity.sessions.length > 0 || activity.desk?.registered === 0);
  if (!mayAdd && activity.sessions.length === 0) return null;
  return (
    <Section
      title={t('sessions.title')}
      action={mayAdd && <Adding activity={activity} onAdd={() => setAdding(true)} />}
    >
      {activity.sessions.length > 0 ? (
        <RowsTable<Session>
          rows={activity.sessions}
          rowKey={(session) => session.activity_id}
          label={t('sessions.title')}
          columns={columns}
        />
      ) : (
        <Note>
          {t(activity.every_family ? 'meeting.none' : `sessions.none.${kind?.sessions ?? 'one'}`)}
        </Note>
      )}
      <AddSheet activity={activity} open={adding} onClose={() => setAdding(false)} />
    </Section>
  );
}

/** Class by class with one press where every family is expected; else session by session. */
function Adding({ activity, onAdd }: { activity: ActivityDetail; onAdd: () => void }) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const addClasses = useAddClasses(activity.activity_id);
  const showProblem = useProblemBox();
  if (!activity.every_family) return <Button onClick={onAdd}>{t('sessions.add')}</Button>;
  return (
    <Button
      loading={addClasses.isPending}
      onClick={() =>
        sayWhenDone(addClasses.mutateAsync(undefined, { onError: showProblem }), ({ sessions }) =>
          t('meeting.classesMade', { count: sessions.length }),
        )
      }
    >
      {t('meeting.addClasses')}
    </Button>
  );
}

function useColumns(isPrivate: boolean) {
  const { t } = useWords();
  const language = useLanguage();
  const privately = {
    title: t('activities.places'),
    render: (_: unknown, { places_left }: Session) =>
      t(places_left === 0 ? 'privateSlot.taken' : 'privateSlot.free'),
  };
  const counted = [
    {
      title: t('activities.places'),
      render: (_: unknown, { desk, capacity }: Session) =>
        capacity === null ? desk?.registered : `${desk?.registered ?? 0} / ${capacity}`,
    },
    { title: t('activity.waiting'), render: (_: unknown, { desk }: Session) => desk?.waiting },
    { title: t('activity.entered'), render: (_: unknown, { desk }: Session) => desk?.entered },
  ];
  return [
    {
      title: t('activity.time'),
      render: (_: unknown, session: Session) => (
        <Link to="/activities/$activityId" params={{ activityId: session.activity_id }}>
          {formatSpan(session.begins_at, session.ends_at, language)}
        </Link>
      ),
    },
    {
      title: t('sessions.label'),
      render: (_: unknown, session: Session) => <Named session={session} />,
    },
    { title: t('activityForm.place'), render: (_: unknown, { place }: Session) => place },
    ...(isPrivate ? [privately] : counted),
    {
      title: t('activities.state'),
      render: (_: unknown, { state }: Session) => <ActivityStateTag state={state} />,
    },
  ];
}

/** What it is called, who serves, and who leads. */
function Named({ session }: { readonly session: Session }) {
  const { t } = useWords();
  const { leader, label, team, has_team: hasTeam, desk } = session;
  if (!hasTeam) return [leader, label, team].filter(Boolean).join(' · ');
  const serves = (desk?.registered ?? 0) > 0;
  return (
    <>
      {[label, team, leader && t('team.leadIs', { name: leader })].filter(Boolean).join(' · ')}{' '}
      {!leader && serves && <Tag tone="amber">{t('team.noLead')}</Tag>}
    </>
  );
}

interface AddSheetProps {
  readonly activity: ActivityDetail;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** One session, or many of equal length: the same form. */
function AddSheet({ activity, open, onClose }: AddSheetProps) {
  const { t } = useWords();
  const say = useToast();
  const add = useAddSlots(activity.activity_id);
  return (
    <Sheet open={open} onClose={onClose} title={t('sessions.add')}>
      <Note>{t('sessions.addText')}</Note>
      <div className={styles.changing}>
        <SessionForm
          session={emptySession(activity)}
          divides
          submitWord={t('sessions.make')}
          busy={add.isPending}
          error={add.error}
          onSubmit={async ({ begins_at: from, ends_at: until, minutes, pause, ...shared }) => {
            const whole = Math.round((Date.parse(until) - Date.parse(from)) / 60_000);
            const before = activity.sessions.length;
            const made = await add.mutateAsync({
              ...shared,
              from,
              until,
              minutes: minutes ?? whole,
              pause,
            });
            say(t('sessions.made', { count: made.sessions.length - before }));
            onClose();
          }}
        />
      </div>
    </Sheet>
  );
}
