import { Breadcrumb } from 'antd';
import type { Organisation, OrganisationDetail } from '../../shared/api-types.gen.ts';
import { Asked } from '../../shared/components/asked.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { useMay } from '../../shared/queries/me.ts';
import { Link, useListFilters } from '../links.ts';
import { useOrganisation } from '../queries/organisations.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import styles from './organisations/organisations.module.css';
import { FilterRow } from './parts/filter-row.tsx';
import { Opener, RowsTable } from './parts/list-table.tsx';
import { inSchoolOrder } from './parts/school-order.ts';
import { SheetLink } from './parts/sheet-link.tsx';

/** The tree of places: where one stands, how many belong there, what lies below. */
export function Page() {
  const { t } = useWords();
  const [{ at, sort }, setFilters] = useListFilters({ at: '', sort: 'name' });
  const question = useOrganisation(at);
  return (
    <>
      <PageHead title={t('organisations.title')} lead={t('organisations.lead')} />
      <Asked question={question} lines={8}>
        {(detail) => (
          <Place
            detail={detail}
            onGo={(id) => setFilters({ at: id })}
            sort={sort}
            onSort={(next) => setFilters({ sort: next })}
          />
        )}
      </Asked>
    </>
  );
}

interface PlaceProps {
  readonly detail: OrganisationDetail;
  readonly onGo: (id: string) => void;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
}

function Place({ detail, onGo, sort, onSort }: PlaceProps) {
  const { t } = useWords();
  const { organisation, path, below } = detail;
  const above = path.filter(({ id }) => id !== organisation.id);
  return (
    <>
      {above.length > 0 && (
        <Breadcrumb
          className={styles.path ?? ''}
          items={[...above, organisation].map(({ id, name }) => ({
            key: id,
            title: id === organisation.id ? name : <Opener onOpen={() => onGo(id)}>{name}</Opener>,
          }))}
        />
      )}
      <Head detail={detail} />
      {below.length === 0 ? (
        <EmptyState title={t('organisations.nothingBelow')} text={<BelowHint />} />
      ) : (
        <>
          <FilterRow>
            <h3 className={styles.below}>
              {t('organisations.below', { name: organisation.name })}
            </h3>
            <SheetLink
              name="GET /api/v1/organisations/{id}/sheet"
              params={{ id: organisation.id }}
            />
          </FilterRow>
          <RowsTable<Organisation>
            label={t('organisations.below', { name: organisation.name })}
            rows={sort === '-name' ? inSchoolOrder(below).toReversed() : inSchoolOrder(below)}
            sort={sort}
            onSort={onSort}
            rowKey={({ id }) => id}
            columns={[
              {
                title: t('organisations.name'),
                sortBy: 'name',
                render: (_, { id, name }) => <Opener onOpen={() => onGo(id)}>{name}</Opener>,
              },
              { title: t('organisations.kind'), render: (_, { kind }) => t(`kinds.${kind}`) },
              {
                title: t('organisations.stage'),
                render: (_, { stage }) => (stage ? t(`stages.${stage}`) : '—'),
              },
            ]}
          />
        </>
      )}
    </>
  );
}

function BelowHint() {
  const { t } = useWords();
  const may = useMay();
  if (!may('roster.import')) return null;
  return <Link to="/roster-import">{t('organisations.toImport')}</Link>;
}

function Head({ detail }: { readonly detail: OrganisationDetail }) {
  const { t } = useWords();
  const may = useMay();
  const { organisation, students, staff } = detail;
  const search = { organisation: organisation.id };
  return (
    <div className={styles.head}>
      <div>
        <h2 className={styles.name}>{organisation.name}</h2>
        <p className={styles.kind}>{t(`kinds.${organisation.kind}`)}</p>
      </div>
      <dl className={styles.counts}>
        <div>
          <dt>{t('organisations.students')}</dt>
          <dd>
            {may('students.read') ? (
              <Link to="/students" search={search}>
                {students}
              </Link>
            ) : (
              students
            )}
          </dd>
        </div>
        <div>
          <dt>{t('organisations.staff')}</dt>
          <dd>
            {may('people.read') ? (
              <Link to="/staff" search={search}>
                {staff}
              </Link>
            ) : (
              staff
            )}
          </dd>
        </div>
      </dl>
    </div>
  );
}
