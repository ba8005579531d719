import { Button, Select } from 'antd';
import type { WantedTopic } from '../../shared/api-types.gen.ts';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { useListFilters } from '../links.ts';
import { useWantedTopics } from '../queries/wanted-topics.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { FilterRow, SearchField } from './parts/filter-row.tsx';
import { type ListColumn, ListTable } from './parts/list-table.tsx';
import { OrganisationChoice } from './parts/organisation-choice.tsx';
import { SheetLink } from './parts/sheet-link.tsx';

const noFilters = { q: '', host: '', school_year: '' };

/** What families care about: the topics of a school year's salons, counted; who wanted one stands nowhere. */
export function Page() {
  const { t } = useWords();
  const [filters, setFilters] = useListFilters(noFilters);
  const topics = useWantedTopics(filters);
  const { school_year: year = '', school_years: years = [], salons } = topics.data?.pages[0] ?? {};
  const filtered = filters.q !== '' || filters.host !== '';
  return (
    <>
      <PageHead
        title={t('wantedTopics.title')}
        lead={
          salons === undefined
            ? t('wantedTopics.lead')
            : `${t('wantedTopics.of', { year, count: salons })} ${t('wantedTopics.lead')}`
        }
      />
      <FilterRow>
        <SearchField
          label={t('wantedTopics.search')}
          value={filters.q}
          onChange={(q) => setFilters({ q })}
        />
        <Select
          aria-label={t('wantedTopics.year')}
          popupMatchSelectWidth={false}
          {...(year && { value: year })}
          onChange={(school_year: string) => setFilters({ school_year })}
          options={years.map((id) => ({
            value: id,
            label: t('wantedTopics.yearOf', { year: id }),
          }))}
        />
        <OrganisationChoice
          label={t('activities.host')}
          value={filters.host}
          onChange={(host) => setFilters({ host })}
        />
        <SheetLink name="GET /api/v1/wanted-topics/sheet" query={filters} />
      </FilterRow>
      <ListTable<WantedTopic>
        question={topics}
        label={t('wantedTopics.title')}
        rowKey={({ title }) => title}
        empty={
          filtered ? (
            <EmptyState
              title={t('wantedTopics.noneFound')}
              action={
                <Button onClick={() => setFilters(noFilters)}>{t('activities.clear')}</Button>
              }
            />
          ) : (
            <EmptyState title={t('wantedTopics.none')} text={t('wantedTopics.noneText')} />
          )
        }
        columns={useColumns()}
      />
    </>
  );
}

function useColumns(): ListColumn<WantedTopic>[] {
  const { t } = useWords();
  return [
    { title: t('topics.topic'), render: (_, { title }) => title },
    { title: t('wantedTopics.wanted'), align: 'right', render: (_, { wanted }) => wanted },
    { title: t('wantedTopics.salons'), align: 'right', render: (_, { salons }) => salons },
    { title: t('wantedTopics.talked'), align: 'right', render: (_, { talked }) => talked },
  ];
}
