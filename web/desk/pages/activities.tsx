import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { MorningDrawing } from '../../shared/drawings.tsx';
import { formatSpan } from '../../shared/format.ts';
import { useMay } from '../../shared/queries/me.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { Link, useGo, useListFilters } from '../links.ts';
import { useActivities, useActivityKinds } from '../queries/activities.ts';
import { queryOf } from '../queries/query-of.ts';
import type { ActivityRow } from '../queries/shapes.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import styles from './activities/activities.module.css';
import { ActivityStateTag, activityStates } from './parts/activity-state.tsx';
import { useDayWords } from './parts/day-words.ts';
import { FilterRow, SearchField } from './parts/filter-row.tsx';
import { ListTable } from './parts/list-table.tsx';
import { OrganisationChoice } from './parts/organisation-choice.tsx';
import { useSay } from './parts/say.ts';
import { SheetLink } from './parts/sheet-link.tsx';

const noFilters = { q: '', state: '', kind: '', host: '', from: '', to: '' };
const NEWEST_FIRST = '-begins';

/** Activities in reach, newest first, drafts included. */
export function Page() {
  const { t } = useWords();
  const may = useMay();
  const go = useGo();
  useDayWords();
  const [{ sort, ...filters }, setFilters] = useListFilters({ ...noFilters, sort: NEWEST_FIRST });
  const activities = useActivities(queryOf<'GET /api/v1/activities'>({ ...filters, sort }));
  const filtered = Object.values(filters).some((value) => value !== '');
  return (
    <>
      <PageHead
        title={t('activities.title')}
        lead={t('activities.lead')}
        actions={
          may('activities.arrange') && (
            <>
              <Button onClick={() => void go({ to: '/programmes' })}>
                {t('programmes.title')}
              </Button>
              <Button type="primary" onClick={() => void go({ to: '/activities/new' })}>
                {t('activities.make')}
              </Button>
            </>
          )
        }
      />
      <Filters filters={filters} setFilters={setFilters}>
        <SheetLink name="GET /api/v1/activities/sheet" query={{ ...filters, sort }} />
      </Filters>
      <ListTable<ActivityRow>
        question={activities}
        label={t('activities.title')}
        rowKey={({ activity_id }) => activity_id}
        sort={sort}
        onSort={(next) => setFilters({ sort: next })}
        empty={<NoActivities filtered={filtered} onClear={() => setFilters(noFilters)} />}
        columns={useColumns()}
      />
    </>
  );
}

interface FiltersProps {
  readonly filters: typeof noFilters;
  readonly setFilters: (change: Partial<typeof noFilters>) => void;
  /** At the end of the row. */
  readonly children: ReactNode;
}

function Filters({ filters, setFilters, children }: FiltersProps) {
  const { t } = useWords();
  const say = useSay();
  const kinds = useActivityKinds().data?.items ?? [];
  const { q, state, kind, host, from, to } = filters;
  return (
    <FilterRow>
      <SearchField
        label={t('activities.search')}
        value={q}
        onChange={(words) => setFilters({ q: words })}
      />
      <Select
        allowClear
        aria-label={t('activities.state')}
        placeholder={t('activities.everyState')}
        className={styles.choice ?? ''}
        {...(state && { value: state })}
        onChange={(next: string | undefined) => setFilters({ state: next ?? '' })}
        options={activityStates.map((one) => ({ value: one, label: t(`activityStates.${one}`) }))}
      />
      <Select
        allowClear
        aria-label={t('activities.kind')}
        placeholder={t('activities.everyKind')}
        className={styles.choice ?? ''}
        popupMatchSelectWidth={false}
        {...(kind && { value: kind })}
        onChange={(next: string | undefined) => setFilters({ kind: next ?? '' })}
        options={kinds.map(({ id, name }) => ({ value: id, label: say(name) }))}
      />
      <OrganisationChoice
        label={t('activities.host')}
        value={host}
        onChange={(id) => setFilters({ host: id })}
      />
      <DatePicker.RangePicker
        aria-label={t('activities.days')}
        allowEmpty
        value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
        onChange={(days) =>
          setFilters({
            from: days?.[0]?.format('YYYY-MM-DD') ?? '',
            to: days?.[1]?.format('YYYY-MM-DD') ?? '',
          })
        }
      />
      {children}
    </FilterRow>
  );
}

function useColumns() {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  return [
    {
      title: t('activities.what'),
      render: (_: unknown, row: ActivityRow) => (
        <div className={styles.what}>
          <Link
            to="/activities/$activityId"
            params={{ activityId: row.activity_id }}
            className={styles.title ?? ''}
          >
            {row.title}
          </Link>
          <span className={styles.soft}>{say(row.kind_name)}</span>
        </div>
      ),
    },
    {
      title: t('activities.when'),
      sortBy: 'begins',
      render: (_: unknown, row: ActivityRow) => (
        <div className={styles.what}>
          <span>{formatSpan(row.begins_at, row.ends_at, language)}</span>
          <span className={styles.soft}>{row.place}</span>
        </div>
      ),
    },
    { title: t('activities.host'), render: (_: unknown, row: ActivityRow) => row.host_name },
    {
      title: t('activities.places'),
      sortBy: 'places',
      align: 'right' as const,
      render: (_: unknown, { places_taken: taken, capacity }: ActivityRow) =>
        capacity === null ? taken : `${taken} / ${capacity}`,
    },
    {
      title: t('activities.state'),
      render: (_: unknown, { state }: ActivityRow) => <ActivityStateTag state={state} />,
    },
  ];
}

interface NoActivitiesProps {
  readonly filtered: boolean;
  readonly onClear: () => void;
}

function NoActivities({ filtered, onClear }: NoActivitiesProps) {
  const { t } = useWords();
  const may = useMay();
  if (filtered) {
    return (
      <EmptyState
        title={t('activities.noneFound')}
        action={<Button onClick={onClear}>{t('activities.clear')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      drawing={MorningDrawing}
      title={t('activities.none')}
      text={t('activities.noneText')}
      action={may('activities.arrange') && <Link to="/activities/new">{t('activities.make')}</Link>}
    />
  );
}
