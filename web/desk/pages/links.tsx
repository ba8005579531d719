import { Button, Select } from 'antd';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { formatInstant } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { useListFilters } from '../links.ts';
import { useLinkRequests } from '../queries/links.ts';
import type { LinkRequest } from '../queries/shapes.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import styles from './activities/activities.module.css';
import { DecideLink } from './links/decide-link.tsx';
import { FilterRow } from './parts/filter-row.tsx';
import { type ListColumn, ListTable } from './parts/list-table.tsx';
import { useRelationship } from './parts/relationship.ts';
import { Sheet } from './parts/sheet.tsx';
import { SheetLink } from './parts/sheet-link.tsx';
import { Tag, type Tone } from './parts/tag.tsx';

/** Carers who say that a child is theirs; nothing opens to them before somebody here has made sure. */
export function Page() {
  const { t } = useWords();
  const [{ state, sort, open }, setFilters] = useListFilters({
    state: 'waiting',
    sort: 'asked',
    open: '',
  });
  const asked = { state: state === 'all' ? '' : state, sort };
  const requests = useLinkRequests(asked);
  const opened = requests.data?.pages.flatMap(({ items }) => items).find(({ id }) => id === open);
  return (
    <>
      <PageHead title={t('links.title')} lead={t('links.lead')} />
      <FilterRow>
        <Select
          aria-label={t('links.state')}
          className={styles.choice ?? ''}
          value={state}
          onChange={(next) => setFilters({ state: next })}
          options={[
            ...linkStates.map((one) => ({ value: one, label: t(`links.${one}`) })),
            { value: 'all', label: t('links.all') },
          ]}
        />
        <SheetLink name="GET /api/v1/link-requests/sheet" query={asked} />
      </FilterRow>
      <ListTable<LinkRequest>
        question={requests}
        label={t('links.title')}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={(next) => setFilters({ sort: next })}
        empty={
          <EmptyState
            title={state === 'waiting' ? t('links.none') : t('list.noneFound')}
            text={t('links.noneText')}
          />
        }
        columns={useColumns((id) => setFilters({ open: id }))}
      />
      <Sheet
        open={opened !== undefined}
        onClose={() => setFilters({ open: '' })}
        title={opened ? t('links.decideTitle', { name: opened.carer.name }) : ''}
      >
        {opened && <DecideLink request={opened} onDone={() => setFilters({ open: '' })} />}
      </Sheet>
    </>
  );
}

const linkStates = ['waiting', 'confirmed', 'declined'] as const;
const tones: Readonly<Record<LinkRequest['state'], Tone>> = {
  waiting: 'amber',
  confirmed: 'mint',
  declined: 'plain',
};

function useColumns(onOpen: (id: string) => void): ListColumn<LinkRequest>[] {
  const { t } = useWords();
  const language = useLanguage();
  const relationship = useRelationship();
  return [
    {
      title: t('links.carer'),
      sortBy: 'carer',
      render: (_, { carer }) => [carer.name, carer.masked_phone].filter(Boolean).join(' · '),
    },
    { title: t('links.child'), dataIndex: 'child_name' },
    {
      title: t('links.class'),
      render: (_, row) => [row.school_name, row.class_hint].filter(Boolean).join(' '),
    },
    { title: t('links.relationship'), render: (_, row) => relationship(row.relationship) },
    {
      title: t('links.asked'),
      sortBy: 'asked',
      render: (_, row) => formatInstant(row.made_at, language),
    },
    {
      title: t('links.state'),
      render: (_, { id, state }) =>
        state === 'waiting' ? (
          <Button onClick={() => onOpen(id)}>{t('links.decide')}</Button>
        ) : (
          <Tag tone={tones[state]}>{t(`links.${state}`)}</Tag>
        ),
    },
  ];
}
