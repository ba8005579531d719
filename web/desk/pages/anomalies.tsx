import { Select } from 'antd';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { formatSpan } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { useListFilters } from '../links.ts';
import { type AnomalyLine, useAnomalies } from '../queries/anomalies.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import styles from './activities/activities.module.css';
import { AnomalyFileView } from './anomalies/anomaly-file.tsx';
import { AnomalyState } from './anomalies/anomaly-state.tsx';
import { useHostNames } from './anomalies/use-host-names.ts';
import { FilterRow } from './parts/filter-row.tsx';
import { type ListColumn, ListTable, Opener } from './parts/list-table.tsx';
import { useSay } from './parts/say.ts';
import { Sheet } from './parts/sheet.tsx';
import { SheetLink } from './parts/sheet-link.tsx';

const shows = ['open', 'looked-into', 'all'] as const;
const kinds = ['two-places', 'long-day', 'one-phone', 'always-maximum'] as const;

/** What looks unlikely, for people to look into: hints, no verdicts. */
export function Page() {
  const { t } = useWords();
  const [{ open, ...filters }, setFilters] = useListFilters({
    show: 'open',
    kind: '',
    sort: '-when',
    open: '',
  });
  return (
    <>
      <PageHead title={t('anomalies.title')} lead={t('anomalies.lead')} />
      <FilterRow>
        <Select
          aria-label={t('anomalies.show')}
          className={styles.choice ?? ''}
          value={filters.show}
          onChange={(next) => setFilters({ show: next })}
          options={shows.map((one) => ({ value: one, label: t(`anomalies.shows.${one}`) }))}
        />
        <Select
          allowClear
          aria-label={t('anomalies.kind')}
          placeholder={t('anomalies.everyKind')}
          className={styles.choice ?? ''}
          {...(filters.kind && { value: filters.kind })}
          onChange={(next: string | undefined) => setFilters({ kind: next ?? '' })}
          options={kinds.map((one) => ({ value: one, label: t(`anomalies.kinds.${one}`) }))}
        />
        <SheetLink name="GET /api/v1/anomalies/sheet" query={filters} />
      </FilterRow>
      <ListTable<AnomalyLine>
        question={useAnomalies(filters)}
        label={t('anomalies.title')}
        rowKey={({ id }) => id}
        sort={filters.sort}
        onSort={(next) => setFilters({ sort: next })}
        empty={
          <EmptyState
            title={filters.show === 'open' ? t('anomalies.none') : t('list.noneFound')}
            text={t('anomalies.noneText')}
          />
        }
        columns={useColumns((id) => setFilters({ open: id }))}
      />
      <Sheet
        open={open !== ''}
        onClose={() => setFilters({ open: '' })}
        title={t('anomalies.fileTitle')}
      >
        {open && <AnomalyFileView anomalyId={open} />}
      </Sheet>
    </>
  );
}

function useColumns(onOpen: (id: string) => void): ListColumn<AnomalyLine>[] {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const hostsOf = useHostNames();
  return [
    {
      title: t('anomalies.about'),
      render: (_, { id, about }) => <Opener onOpen={() => onOpen(id)}>{say(about)}</Opener>,
    },
    { title: t('anomalies.kind'), render: (_, { kind_name: name }) => say(name) },
    { title: t('anomalies.hint'), render: (_, { summary }) => say(summary) },
    { title: t('anomalies.hosts'), render: (_, line) => hostsOf(line) },
    {
      title: t('anomalies.when'),
      sortBy: 'when',
      render: (_, { from_at: from, until_at: until }) => formatSpan(from, until, language),
    },
    {
      title: t('anomalies.state'),
      render: (_, line) => <AnomalyState line={line} />,
    },
  ];
}
