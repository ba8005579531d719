import type { CarerRow } from '../../../shared/api-types.gen.ts';
import { EmptyState } from '../../../shared/components/empty-state.tsx';
import { useMay } from '../../../shared/queries/me.ts';
import { Link, useListFilters } from '../../links.ts';
import { useCarers } from '../../queries/people.ts';
import { useWords } from '../../words/words.ts';
import { FilterRow, SearchField } from '../parts/filter-row.tsx';
import { ListTable } from '../parts/list-table.tsx';
import { OrganisationChoice } from '../parts/organisation-choice.tsx';
import { useRelationship } from '../parts/relationship.ts';
import { SheetLink } from '../parts/sheet-link.tsx';
import styles from './carers-table.module.css';

/** Carers of the children in reach, each with their children and the way to their points. */
export function CarersTable({ label }: { readonly label: string }) {
  const { t } = useWords();
  const may = useMay();
  const [{ q, organisation, sort }, setFilters] = useListFilters({
    q: '',
    organisation: '',
    sort: 'name',
  });
  const carers = useCarers({ q, organisation, sort });
  return (
    <>
      <FilterRow>
        <SearchField
          label={t('carers.search')}
          value={q}
          onChange={(words) => setFilters({ q: words })}
        />
        <OrganisationChoice
          label={t('students.place')}
          value={organisation}
          onChange={(id) => setFilters({ organisation: id })}
        />
        <SheetLink name="GET /api/v1/carers/sheet" query={{ q, organisation, sort }} />
      </FilterRow>
      <ListTable<CarerRow>
        question={carers}
        label={label}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={(next) => setFilters({ sort: next })}
        empty={<EmptyState title={t('list.noneFound')} text={t('carers.noneText')} />}
        columns={[
          {
            title: t('carers.name'),
            sortBy: 'name',
            render: (_, { id, name }) =>
              may('points.read') ? (
                <Link
                  to="/points/$personId"
                  params={{ personId: id }}
                  className={styles.name ?? ''}
                >
                  {name}
                </Link>
              ) : (
                name
              ),
          },
          {
            title: t('carers.children'),
            render: (_, { children }) => <ChildrenOf rows={children} />,
          },
          { title: t('carers.phone'), render: (_, row) => row.masked_phone ?? '—' },
        ]}
      />
    </>
  );
}

function ChildrenOf({ rows }: { readonly rows: CarerRow['children'] }) {
  const { t } = useWords();
  const relationship = useRelationship();
  return (
    <ul>
      {rows.map(({ id, name, class_name, relationship: code }) => (
        <li key={id}>
          <Link to="/students" search={{ open: id }} className={styles.child ?? ''}>
            {name}
          </Link>{' '}
          <span className={styles.soft}>
            {[class_name, t('carers.isThe', { relationship: relationship(code) })]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
