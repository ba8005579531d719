import { Button, Select } from 'antd';
import { useState } from 'react';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { formatInstant } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { useListFilters } from '../links.ts';
import { type ContestLine, useContests } from '../queries/contests.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import styles from './activities/activities.module.css';
import { ContestFileView } from './contests/contest-file.tsx';
import { DueTag } from './contests/due-tag.tsx';
import { EnterContest } from './contests/enter-contest.tsx';
import { FilterRow } from './parts/filter-row.tsx';
import { type ListColumn, ListTable, Opener } from './parts/list-table.tsx';
import { useSay } from './parts/say.ts';
import { Sheet } from './parts/sheet.tsx';
import { SheetLink } from './parts/sheet-link.tsx';

const shows = ['waiting', 'district', 'over', 'all'] as const;
const claims = ['wrong', 'missing', 'certificate'] as const;

/** What families say is wrong or missing: what is due first stands first. */
export function Page() {
  const { t } = useWords();
  const [entering, setEntering] = useState(false);
  const [{ open, ...filters }, setFilters] = useListFilters({
    show: 'waiting',
    claim: '',
    sort: 'due',
    open: '',
  });
  return (
    <>
      <PageHead
        title={t('contests.title')}
        lead={t('contests.lead')}
        actions={<Button onClick={() => setEntering(true)}>{t('contests.enter')}</Button>}
      />
      <FilterRow>
        <Select
          aria-label={t('contests.show')}
          className={styles.choice ?? ''}
          value={filters.show}
          onChange={(next) => setFilters({ show: next })}
          options={shows.map((one) => ({ value: one, label: t(`contests.shows.${one}`) }))}
        />
        <Select
          allowClear
          aria-label={t('contests.claim')}
          placeholder={t('contests.everyClaim')}
          className={styles.choice ?? ''}
          {...(filters.claim && { value: filters.claim })}
          onChange={(next: string | undefined) => setFilters({ claim: next ?? '' })}
          options={claims.map((one) => ({ value: one, label: t(`contests.claims.${one}`) }))}
        />
        <SheetLink name="GET /api/v1/contests/sheet" query={filters} />
      </FilterRow>
      <ListTable<ContestLine>
        question={useContests(filters)}
        label={t('contests.title')}
        rowKey={({ id }) => id}
        sort={filters.sort}
        onSort={(next) => setFilters({ sort: next })}
        empty={
          <EmptyState
            title={filters.show === 'waiting' ? t('contests.none') : t('list.noneFound')}
            text={t('contests.noneText')}
          />
        }
        columns={useColumns((id) => setFilters({ open: id }))}
      />
      <Sheet open={entering} onClose={() => setEntering(false)} title={t('contests.enter')}>
        {entering && (
          <EnterContest
            onEntered={(id) => {
              setEntering(false);
              setFilters({ open: id });
            }}
          />
        )}
      </Sheet>
      <Sheet
        open={open !== ''}
        onClose={() => setFilters({ open: '' })}
        title={t('contests.fileTitle')}
      >
        {open && <ContestFileView contestId={open} />}
      </Sheet>
    </>
  );
}

function useColumns(onOpen: (id: string) => void): ListColumn<ContestLine>[] {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  return [
    {
      title: t('contests.carer'),
      render: (_, { id, carer_name: name }) => <Opener onOpen={() => onOpen(id)}>{name}</Opener>,
    },
    { title: t('contests.claim'), render: (_, { claim }) => t(`contests.claims.${claim}`) },
    { title: t('contests.about'), render: (_, { title }) => say(title) },
    { title: t('contests.host'), dataIndex: 'host_name' },
    {
      title: t('contests.made'),
      sortBy: 'made',
      render: (_, { made_at: made }) => formatInstant(made, language),
    },
    { title: t('contests.state'), render: (_, { state_name: name }) => say(name) },
    {
      title: t('contests.due'),
      sortBy: 'due',
      render: (_, { due_at: due, urgency, lies_with: lies }) =>
        lies === 'carer' ? '—' : <DueTag due={due} urgency={urgency} />,
    },
    {
      title: t('contests.outcome'),
      render: (_, { outcome }) => (outcome ? t(`contests.outcomes.${outcome}`) : '—'),
    },
  ];
}
