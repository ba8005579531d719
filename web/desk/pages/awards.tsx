import { Button, Select } from 'antd';
import { useState } from 'react';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { formatDay } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { Link, useListFilters } from '../links.ts';
import { type AwardRow, useAwards } from '../queries/awards.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import styles from './activities/activities.module.css';
import { AwardFileView } from './awards/award-file.tsx';
import { EnterAward } from './awards/enter-award.tsx';
import { useAmount } from './awards/use-amount.ts';
import { FilterRow } from './parts/filter-row.tsx';
import { type ListColumn, ListTable, Opener } from './parts/list-table.tsx';
import { useSay } from './parts/say.ts';
import { Sheet } from './parts/sheet.tsx';
import { SheetLink } from './parts/sheet-link.tsx';
import { Tag } from './parts/tag.tsx';

const shows = ['waiting', 'confirmed', 'review', 'over', 'all'] as const;

/** What carers did outside of events: entered, confirmed by a second person, sampled by the district. */
export function Page() {
  const { t } = useWords();
  const [entering, setEntering] = useState(false);
  const [{ open, ...filters }, setFilters] = useListFilters({
    show: 'waiting',
    sort: '-made',
    open: '',
  });
  return (
    <>
      <PageHead
        title={t('awards.title')}
        lead={t('awards.lead')}
        actions={
          <>
            <Link to="/awards/sheet">{t('awards.bySheet')}</Link>
            <Button type="primary" onClick={() => setEntering(true)}>
              {t('awards.enter')}
            </Button>
          </>
        }
      />
      <FilterRow>
        <Select
          aria-label={t('awards.show')}
          className={styles.choice ?? ''}
          value={filters.show}
          onChange={(next) => setFilters({ show: next })}
          options={shows.map((one) => ({ value: one, label: t(`awards.shows.${one}`) }))}
        />
        <SheetLink name="GET /api/v1/awards/sheet" query={filters} />
      </FilterRow>
      <ListTable<AwardRow>
        question={useAwards(filters)}
        label={t('awards.title')}
        rowKey={({ id }) => id}
        sort={filters.sort}
        onSort={(next) => setFilters({ sort: next })}
        empty={<EmptyState title={t('awards.none')} text={t('awards.noneText')} />}
        columns={useColumns((id) => setFilters({ open: id }))}
      />
      <Sheet open={open !== ''} onClose={() => setFilters({ open: '' })} title={t('awards.one')}>
        {open && <AwardFileView awardId={open} />}
      </Sheet>
      <Sheet open={entering} onClose={() => setEntering(false)} title={t('awards.enter')}>
        {entering && (
          <EnterAward
            onEntered={(id) => {
              setEntering(false);
              setFilters({ show: 'waiting', open: id });
            }}
          />
        )}
      </Sheet>
    </>
  );
}

const tones = {
  waiting: 'amber',
  confirmed: 'mint',
  declined: 'plain',
  withdrawn: 'plain',
  reversed: 'brick',
} as const;

function useColumns(onOpen: (id: string) => void): ListColumn<AwardRow>[] {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const amountOf = useAmount();
  return [
    {
      title: t('awards.carer'),
      render: (_, { id, carer_name: name }) => <Opener onOpen={() => onOpen(id)}>{name}</Opener>,
    },
    { title: t('awards.deed'), render: (_, { kind_name: name }) => say(name) },
    {
      title: t('awards.day'),
      sortBy: 'day',
      render: (_, { done_on: day }) => formatDay(day, language),
    },
    { title: t('awards.amount'), render: (_, row) => amountOf(row) },
    { title: t('awards.madeBy'), dataIndex: 'made_by' },
    { title: t('awards.decidedBy'), render: (_, row) => row.decided_by ?? '—' },
    {
      title: t('awards.state'),
      render: (_, { state, state_name: name, is_sampled: sampled, review }) => (
        <>
          <Tag tone={tones[state]}>{say(name)}</Tag>{' '}
          {sampled && <Tag>{t(review ? 'awards.reviewed' : 'awards.sampled')}</Tag>}
        </>
      ),
    },
  ];
}
