import type { StudentRow } from '../../shared/api-types.gen.ts';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { useMay } from '../../shared/queries/me.ts';
import { Link, useListFilters } from '../links.ts';
import { useStudents } from '../queries/people.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { FilterRow, SearchField } from './parts/filter-row.tsx';
import { ListTable, Opener } from './parts/list-table.tsx';
import { OrganisationChoice } from './parts/organisation-choice.tsx';
import { Sheet } from './parts/sheet.tsx';
import { SheetLink } from './parts/sheet-link.tsx';
import { StudentFile } from './student/student-file.tsx';

/** Students in reach; a name opens the student's file at the side. */
export function Page() {
  const { t } = useWords();
  const [filters, setFilters] = useListFilters({
    q: '',
    organisation: '',
    sort: 'name',
    open: '',
  });
  const { q, organisation, sort, open } = filters;
  const students = useStudents({ q, organisation, sort });
  const close = () => setFilters({ open: '' });
  return (
    <>
      <PageHead title={t('students.title')} lead={t('students.lead')} />
      <FilterRow>
        <SearchField
          label={t('students.search')}
          value={q}
          onChange={(words) => setFilters({ q: words })}
        />
        <OrganisationChoice
          label={t('students.place')}
          value={organisation}
          onChange={(id) => setFilters({ organisation: id })}
        />
        <SheetLink name="GET /api/v1/students/sheet" query={{ q, organisation, sort }} />
      </FilterRow>
      <ListTable<StudentRow>
        question={students}
        label={t('students.title')}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={(next) => setFilters({ sort: next })}
        empty={<NoStudents searched={q !== '' || organisation !== ''} />}
        columns={[
          {
            title: t('students.name'),
            sortBy: 'name',
            render: (_, { id, name }) => (
              <Opener onOpen={() => setFilters({ open: id })}>{name}</Opener>
            ),
          },
          {
            title: t('students.class'),
            sortBy: 'class',
            render: (_, row) => row.class_name ?? '—',
          },
          { title: t('students.school'), render: (_, row) => row.school_name ?? '—' },
          { title: t('students.carers'), dataIndex: 'carers', align: 'right' },
        ]}
      />
      <Sheet
        open={open !== ''}
        onClose={close}
        title={t('student.title')}
        actions={
          <Link to="/students/$studentId" params={{ studentId: open }}>
            {t('student.ownPage')}
          </Link>
        }
      >
        {open && <StudentFile studentId={open} />}
      </Sheet>
    </>
  );
}

function NoStudents({ searched }: { readonly searched: boolean }) {
  const { t } = useWords();
  const may = useMay();
  if (searched) return <EmptyState title={t('list.noneFound')} text={t('students.noneFound')} />;
  return (
    <EmptyState
      title={t('students.none')}
      text={t('students.noneText')}
      action={may('roster.import') && <Link to="/roster-import">{t('rosterImport.title')}</Link>}
    />
  );
}
