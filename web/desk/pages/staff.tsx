import type { StaffRow } from '../../shared/api-types.gen.ts';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { useListFilters } from '../links.ts';
import { useStaff } from '../queries/people.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { FilterRow, SearchField } from './parts/filter-row.tsx';
import { ListTable } from './parts/list-table.tsx';
import { OrganisationChoice } from './parts/organisation-choice.tsx';
import { useSay } from './parts/say.ts';
import { SheetLink } from './parts/sheet-link.tsx';

export function Page() {
  const { t } = useWords();
  const say = useSay();
  const [{ q, organisation, sort }, setFilters] = useListFilters({
    q: '',
    organisation: '',
    sort: 'name',
  });
  const staff = useStaff({ q, organisation, sort });
  return (
    <>
      <PageHead title={t('staff.title')} lead={t('staff.lead')} />
      <FilterRow>
        <SearchField
          label={t('staff.search')}
          value={q}
          onChange={(words) => setFilters({ q: words })}
        />
        <OrganisationChoice
          label={t('students.place')}
          value={organisation}
          onChange={(id) => setFilters({ organisation: id })}
        />
        <SheetLink name="GET /api/v1/staff/sheet" query={{ q, organisation, sort }} />
      </FilterRow>
      <ListTable<StaffRow>
        question={staff}
        label={t('staff.title')}
        rowKey={({ id, role, organisation_name }) => `${id}${role}${organisation_name}`}
        sort={sort}
        onSort={(next) => setFilters({ sort: next })}
        empty={<EmptyState title={t('list.noneFound')} text={t('staff.noneText')} />}
        columns={[
          { title: t('staff.name'), sortBy: 'name', dataIndex: 'name' },
          { title: t('staff.role'), render: (_, { role_name }) => say(role_name) },
          { title: t('staff.place'), sortBy: 'place', dataIndex: 'organisation_name' },
        ]}
      />
    </>
  );
}
