import type { PublicActivity } from '../../shared/api-types.gen.ts';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { ErrorState } from '../../shared/components/error-state.tsx';
import { Skeleton } from '../../shared/components/loading.tsx';
import { MorningDrawing } from '../../shared/drawings.tsx';
import { useFilters } from '../../shared/routing/app-pages.tsx';
import { Link } from '../links.ts';
import { usePublicActivities } from '../queries/calendar.ts';
import { usePlan } from '../queries/plan.ts';
import { useReported } from '../queries/reports.ts';
import { useWords } from '../words/words.ts';
import styles from './calendar/calendar.module.css';
import { Week } from './calendar/week.tsx';
import { WeekNotes } from './calendar/week-notes.tsx';
import { WeekSteps } from './calendar/week-steps.tsx';
import { dayAfter, mondayOf, today } from './calendar/weeks.ts';
import { useSay } from './say.ts';

const DAYS_A_WEEK = 7;

/** What anyone may come to, a week at a time; the week and the filters are in the address. */
export function Page() {
  const { t } = useWords();
  const [{ week, kind, stage }, setFilters] = useFilters({ week: '', kind: '', stage: '' });
  const monday = mondayOf(week || today());
  const sunday = dayAfter(monday, DAYS_A_WEEK - 1);
  const activities = usePublicActivities(monday, sunday);
  const reported = useReported(monday, sunday, { enabled: monday <= today() }).data ?? new Set();
  const { data, error, refetch } = activities;
  const fitting = (data?.items ?? []).filter(
    (activity) =>
      (kind === '' || activity.kind === kind) &&
      (stage === '' || activity.stages.length === 0 || activity.stages.includes(stage)),
  );
  return (
    <div className={styles.page}>
      <header>
        <h1 className={styles.title}>{t('calendar.title')}</h1>
        <p className={styles.lead}>{t('calendar.lead')}</p>
        <p>
          <Link to="/calendar/subscribe">{t('calendar.subscribe')}</Link>
          {' · '}
          <Link to="/reports">{t('calendar.held')}</Link>
        </p>
      </header>
      <WeekSteps
        monday={monday}
        onGo={(next) => setFilters({ week: next === mondayOf(today()) ? '' : next })}
      />
      <WeekNotes monday={monday} sunday={sunday} />
      <Filters
        activities={data?.items ?? []}
        kind={kind}
        stage={stage}
        onChange={(change) => setFilters(change)}
      />
      {!data && !error && <Skeleton lines={8} />}
      {!data && error && <ErrorState error={error} retry={() => void refetch()} />}
      {data && fitting.length > 0 && <Week activities={fitting} reported={reported} />}
      {data && fitting.length === 0 && (
        <EmptyState
          drawing={MorningDrawing}
          title={t(data.items.length > 0 ? 'calendar.noneFit' : 'calendar.none')}
          text={t('calendar.noneText')}
        />
      )}
    </div>
  );
}

interface FiltersProps {
  readonly activities: readonly PublicActivity[];
  readonly kind: string;
  readonly stage: string;
  readonly onChange: (change: { kind?: string; stage?: string }) => void;
}

function Filters({ activities, kind, stage, onChange }: FiltersProps) {
  const { t } = useWords();
  const say = useSay();
  const stages = usePlan().data?.stages ?? [];
  const kinds = new Map(activities.map((activity) => [activity.kind, activity.kind_name]));
  return (
    <search className={styles.filters}>
      <label className={styles.filter}>
        {t('calendar.stage')}
        <select value={stage} onChange={(event) => onChange({ stage: event.target.value })}>
          <option value="">{t('calendar.everyStage')}</option>
          {stages.map(({ id, name }) => (
            <option key={id} value={id}>
              {say(name)}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.filter}>
        {t('calendar.kind')}
        <select value={kind} onChange={(event) => onChange({ kind: event.target.value })}>
          <option value="">{t('calendar.everyKind')}</option>
          {kind !== '' && !kinds.has(kind) && <option value={kind}>{kind}</option>}
          {[...kinds].map(([id, name]) => (
            <option key={id} value={id}>
              {say(name)}
            </option>
          ))}
        </select>
      </label>
    </search>
  );
}
