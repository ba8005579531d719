import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import type { CertificateRow } from '../../../shared/api-types.gen.ts';
import { EmptyState } from '../../../shared/components/empty-state.tsx';
import { formatDay } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { Link, useListFilters } from '../../links.ts';
import { type CertificateFilters, useCertificates } from '../../queries/certificates.ts';
import { useWords } from '../../words/words.ts';
import { useDayWords } from '../parts/day-words.ts';
import { FilterRow, SearchField } from '../parts/filter-row.tsx';
import { type ListColumn, ListTable, Opener } from '../parts/list-table.tsx';
import { OrganisationChoice } from '../parts/organisation-choice.tsx';
import { Sheet } from '../parts/sheet.tsx';
import { SheetLink } from '../parts/sheet-link.tsx';
import { CertificateFile } from './certificate-file.tsx';
import { CertificateStateTag, certificateStates } from './certificate-state.tsx';
import styles from './certificates.module.css';

const noFilters = { q: '', organisation: '', state: '', from: '', to: '' };
const NEWEST_FIRST = '-issued';

/** Certificates of the children in reach; a child's name opens one with its history. */
export function CertificatesTable() {
  const { t } = useWords();
  useDayWords();
  const [{ open, ...filters }, setFilters] = useListFilters({
    ...noFilters,
    sort: NEWEST_FIRST,
    open: '',
  });
  const { sort, ...narrowing } = filters;
  const filtered = Object.values(narrowing).some((value) => value !== '');
  return (
    <>
      <Filters filters={filters} setFilters={setFilters} />
      <ListTable<CertificateRow>
        question={useCertificates(filters)}
        label={t('certificates.title')}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={(next) => setFilters({ sort: next })}
        empty={
          <EmptyState
            title={filtered ? t('list.noneFound') : t('certificates.none')}
            text={filtered ? t('certificates.noneFoundText') : t('certificates.noneText')}
          />
        }
        columns={useColumns((id) => setFilters({ open: id }))}
      />
      <Sheet
        open={open !== ''}
        onClose={() => setFilters({ open: '' })}
        title={t('certificateFile.title')}
      >
        {open && <CertificateFile certificateId={open} onOpen={(id) => setFilters({ open: id })} />}
      </Sheet>
    </>
  );
}

interface FiltersProps {
  readonly filters: CertificateFilters;
  readonly setFilters: (change: Partial<CertificateFilters>) => void;
}

function Filters({ filters, setFilters }: FiltersProps) {
  const { t } = useWords();
  const { q, organisation, state, from, to } = filters;
  return (
    <FilterRow>
      <SearchField
        label={t('certificates.search')}
        value={q}
        onChange={(words) => setFilters({ q: words })}
      />
      <OrganisationChoice
        label={t('students.place')}
        value={organisation}
        onChange={(id) => setFilters({ organisation: id })}
      />
      <Select
        allowClear
        aria-label={t('certificates.state')}
        placeholder={t('certificates.everyState')}
        className={styles.choice ?? ''}
        {...(state && { value: state })}
        onChange={(next: string | undefined) => setFilters({ state: next ?? '' })}
        options={certificateStates.map((one) => ({
          value: one,
          label: t(`certificateStates.${one}`),
        }))}
      />
      <DatePicker.RangePicker
        aria-label={t('certificates.days')}
        allowEmpty
        value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
        onChange={(days) =>
          setFilters({
            from: days?.[0]?.format('YYYY-MM-DD') ?? '',
            to: days?.[1]?.format('YYYY-MM-DD') ?? '',
          })
        }
      />
      <SheetLink name="GET /api/v1/certificates/sheet" query={filters} />
    </FilterRow>
  );
}

function useColumns(onOpen: (id: string) => void): ListColumn<CertificateRow>[] {
  const { t } = useWords();
  const language = useLanguage();
  return [
    {
      title: t('certificates.child'),
      sortBy: 'name',
      render: (_, { id, student_name }) => (
        <Opener onOpen={() => onOpen(id)}>{student_name}</Opener>
      ),
    },
    {
      title: t('students.class'),
      render: (_, { student_id, class_name }) => (
        <Link to="/students" search={{ open: student_id }}>
          {class_name ?? '—'}
        </Link>
      ),
    },
    { title: t('students.school'), render: (_, row) => row.school_name ?? '—' },
    { title: t('certificates.number'), dataIndex: 'number', className: styles.number ?? '' },
    {
      title: t('certificates.issued'),
      sortBy: 'issued',
      render: (_, row) => (row.issued_at ? formatDay(row.issued_at, language) : '—'),
    },
    {
      title: t('certificates.until'),
      render: (_, row) => (row.valid_until ? formatDay(row.valid_until, language) : '—'),
    },
    {
      title: t('certificates.state'),
      sortBy: 'state',
      render: (_, { state }) => <CertificateStateTag state={state} />,
    },
  ];
}
