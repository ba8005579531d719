import { Button } from 'antd';
import { Asked } from '../../shared/components/asked.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { useToast } from '../../shared/components/toast.tsx';
import { MorningDrawing } from '../../shared/drawings.tsx';
import { formatInstant, formatSpan } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { Link, useGo, useListFilters, usePageParams } from '../links.ts';
import { useActivity, useFinishActivity } from '../queries/activities.ts';
import { useExceptions } from '../queries/afterwards.ts';
import type { ActivityDetail, Exceptions } from '../queries/shapes.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { AttendanceSheet } from './activity/attendance-sheet.tsx';
import { Helpers } from './activity/who-helps.tsx';
import styles from './confirm/confirm.module.css';
import { ExceptionGroups } from './confirm/exception-groups.tsx';
import { useProblemBox } from './parts/problem-box.ts';
import { Note, Section } from './parts/section.tsx';
import { SheetLink } from './parts/sheet-link.tsx';

/** After the event, once: what is unusual first, then that all the others are right. */
export function Page() {
  const { activityId } = usePageParams<'/activities/$activityId/confirm'>();
  const activity = useActivity(activityId);
  const exceptions = useExceptions(activityId);
  return (
    <Asked question={activity} lines={10}>
      {(detail) => (
        <Asked question={exceptions} lines={10}>
          {(found) => <Confirmation activity={detail} exceptions={found} />}
        </Asked>
      )}
    </Asked>
  );
}

interface ConfirmationProps {
  readonly activity: ActivityDetail;
  readonly exceptions: Exceptions;
}

function Confirmation({ activity, exceptions }: ConfirmationProps) {
  const { t } = useWords();
  const language = useLanguage();
  const [{ attendance }, setOpen] = useListFilters({ attendance: '' });
  const { activity_id: activityId, begins_at, ends_at } = activity;
  return (
    <>
      <PageHead
        title={t('confirm.title', { title: activity.title })}
        lead={`${formatSpan(begins_at, ends_at, language)} · ${activity.place}`}
        actions={
          <Link to="/activities/$activityId" params={{ activityId }}>
            {t('print.back')}
          </Link>
        }
      />
      <Confirmed activity={activity} />
      <Section
        title={t('confirm.exceptions', { count: exceptions.items.length })}
        action={
          exceptions.items.length > 0 && (
            <SheetLink
              name="GET /api/v1/activities/{id}/exceptions/sheet"
              params={{ id: activityId }}
            />
          )
        }
      >
        {exceptions.items.length === 0 ? (
          <EmptyState
            drawing={MorningDrawing}
            title={t('confirm.none')}
            text={t('confirm.noneText')}
          />
        ) : (
          <ExceptionGroups
            activity={activity}
            exceptions={exceptions}
            onOpen={(id) => setOpen({ attendance: id })}
          />
        )}
      </Section>
      <Helpers activity={activity} />
      <Finish activity={activity} exceptions={exceptions} />
      <AttendanceSheet
        attendanceId={attendance}
        mayCorrect={activity.desk?.actions.includes('correct') ?? false}
        withChildren={activity.with_children}
        onClose={() => setOpen({ attendance: '' })}
      />
    </>
  );
}

/** Who said so, and when. */
export function Confirmed({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const language = useLanguage();
  const { finished_by: name, finished_at: at } = activity.desk ?? {};
  if (!name || !at) return null;
  return <Note>{t('confirm.by', { name, at: formatInstant(at, language) })}</Note>;
}

function Finish({ activity, exceptions }: ConfirmationProps) {
  const { t } = useWords();
  const say = useToast();
  const go = useGo();
  const finish = useFinishActivity(activity.activity_id);
  const showProblem = useProblemBox();
  if (activity.state !== 'published' || !activity.desk?.actions.includes('finish')) return null;
  const open = exceptions.items.filter(({ code }) => code === 'no-exit').length;
  const send = async () => {
    await finish.mutateAsync();
    say(t('activity.finishedNow'));
    await go({
      to: '/activities/$activityId',
      params: { activityId: activity.activity_id },
    });
  };
  return (
    <div className={styles.finish}>
      <p>
        {t('confirm.others', { count: exceptions.unquestioned })}
        {open > 0 && t('activity.finishText', { count: open })}
      </p>
      <Button
        type="primary"
        size="large"
        loading={finish.isPending}
        onClick={() => void send().catch(showProblem)}
      >
        {t('confirm.finish')}
      </Button>
    </div>
  );
}
