import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import type { BoardRow } from '../../shared/api-types.gen.ts';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { MorningDrawing } from '../../shared/drawings.tsx';
import { formatSpan } from '../../shared/format.ts';
import { useMay } from '../../shared/queries/me.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { Link, useListFilters } from '../links.ts';
import { useBoard } from '../queries/board.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import styles from './board/board.module.css';
import { Missing } from './board/missing.tsx';
import { ActivityStateTag } from './parts/activity-state.tsx';
import { FilterRow, SearchField } from './parts/filter-row.tsx';
import { type ListColumn, ListTable } from './parts/list-table.tsx';
import { OrganisationChoice } from './parts/organisation-choice.tsx';
import { useSay } from './parts/say.ts';
import { SheetLink } from './parts/sheet-link.tsx';

const noFilters = { q: '', host: '', missing: '' };

/** Events to come and just over, with what each still lacks and the way to mend it. */
export function Page() {
  const { t } = useWords();
  const [filters, setFilters] = useListFilters(noFilters);
  const filtered = Object.values(filters).some((value) => value !== '');
  return (
    <>
      <PageHead title={t('board.title')} lead={t('board.lead')} />
      <Filters filters={filters} setFilters={setFilters}>
        <SheetLink name="GET /api/v1/host-board/sheet" query={filters} />
      </Filters>
      <ListTable<BoardRow>
        question={useBoard(filters)}
        label={t('board.title')}
        rowKey={({ activity_id }) => activity_id}
        empty={<NoEvents filtered={filtered} onClear={() => setFilters(noFilters)} />}
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

const lacks = [
  'not-confirmed',
  'no-report',
  'draft',
  'draft-over',
  'no-description',
  'no-bring-list',
  'no-link',
  'no-sign-ups',
  'few-sign-ups',
  'waiting-with-places-elsewhere',
  'offers-pending',
  'closes-soon',
  'no-door',
  'clash',
] as const;

function Filters({ filters, setFilters, children }: FiltersProps) {
  const { t } = useWords();
  const { q, host, missing } = filters;
  return (
    <FilterRow>
      <SearchField
        label={t('board.search')}
        value={q}
        onChange={(words) => setFilters({ q: words })}
      />
      <Select
        allowClear
        aria-label={t('board.whatMissing')}
        placeholder={t('board.everything')}
        className={styles.choice ?? ''}
        popupMatchSelectWidth={false}
        {...(missing && { value: missing })}
        onChange={(next: string | undefined) => setFilters({ missing: next ?? '' })}
        options={[
          { value: 'anything', label: t('board.anything') },
          ...lacks.map((one) => ({ value: one, label: t(`board.lacks.${one}`) })),
        ]}
      />
      <OrganisationChoice
        label={t('activities.host')}
        value={host}
        onChange={(id) => setFilters({ host: id })}
      />
      {children}
    </FilterRow>
  );
}

/** From a tablet on; a phone has room for what it is and what is missing. */
const WIDE = ['md' as const];

function useColumns(): ListColumn<BoardRow>[] {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  return [
    {
      title: t('activities.when'),
      responsive: WIDE,
      render: (_, { begins_at, ends_at, place }) => (
        <div className={styles.what}>
          <span>{formatSpan(begins_at, ends_at, language)}</span>
          <span className={styles.soft}>{place}</span>
        </div>
      ),
    },
    {
      title: t('activities.what'),
      render: (_, { activity_id, title, kind_name, host_name, begins_at, ends_at }) => (
        <div className={styles.what}>
          <Link
            to="/activities/$activityId"
            params={{ activityId: activity_id }}
            className={styles.title ?? ''}
          >
            {title}
          </Link>
          <span className={styles.onPhone}>{formatSpan(begins_at, ends_at, language)}</span>
          <span className={styles.soft}>{[say(kind_name), host_name].join(' · ')}</span>
        </div>
      ),
    },
    {
      title: t('activities.state'),
      responsive: WIDE,
      render: (_, { state }) => <ActivityStateTag state={state} />,
    },
    {
      title: t('board.signedUp'),
      responsive: WIDE,
      align: 'right',
      render: (_, { places_taken: taken, capacity }) =>
        capacity === null ? taken : `${taken} / ${capacity}`,
    },
    { title: t('board.whatMissing'), render: (_, event) => <Missing event={event} /> },
  ];
}

interface NoEventsProps {
  readonly filtered: boolean;
  readonly onClear: () => void;
}

function NoEvents({ filtered, onClear }: NoEventsProps) {
  const { t } = useWords();
  const may = useMay();
  if (filtered) {
    return (
      <EmptyState
        title={t('board.noneFound')}
        action={<Button onClick={onClear}>{t('activities.clear')}</Button>}
      />
    );
  }
  return (
    <EmptyState
      drawing={MorningDrawing}
      title={t('board.none')}
      text={t('board.noneText')}
      action={may('activities.arrange') && <Link to="/activities/new">{t('activities.make')}</Link>}
    />
  );
}
