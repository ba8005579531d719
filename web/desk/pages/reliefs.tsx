import { Button, Select } from 'antd';
import type { ReliefRow } from '../../shared/api-types.gen.ts';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { useListFilters } from '../links.ts';
import { useReliefs } from '../queries/reliefs.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import styles from './certificates/certificates.module.css';
import { FilterRow } from './parts/filter-row.tsx';
import { type ListColumn, ListTable } from './parts/list-table.tsx';
import { Sheet } from './parts/sheet.tsx';
import { SheetLink } from './parts/sheet-link.tsx';
import { Tag, type Tone } from './parts/tag.tsx';
import { OpenRelief } from './reliefs/open-relief.tsx';

/** Leaves and disabilities of carers, for which less is asked: written by one person, approved by another. */
export function Page() {
  const { t } = useWords();
  const [{ state, open }, setFilters] = useListFilters({ state: 'waiting', open: '' });
  const filters = { state: state === 'all' ? '' : state };
  const reliefs = useReliefs(filters);
  const opened = reliefs.data?.pages.flatMap(({ items }) => items).find(({ id }) => id === open);
  return (
    <>
      <PageHead title={t('reliefs.title')} lead={t('reliefs.lead')} />
      <FilterRow>
        <Select
          aria-label={t('reliefs.state')}
          className={styles.choice ?? ''}
          value={state}
          onChange={(next) => setFilters({ state: next })}
          options={[...states, 'all' as const].map((one) => ({
            value: one,
            label: t(`reliefs.${one}`),
          }))}
        />
        <SheetLink name="GET /api/v1/reliefs/sheet" query={filters} />
      </FilterRow>
      <ListTable<ReliefRow>
        question={reliefs}
        label={t('reliefs.title')}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={state === 'waiting' ? t('reliefs.none') : t('list.noneFound')}
            text={t('reliefs.noneText')}
          />
        }
        columns={useColumns((id) => setFilters({ open: id }))}
      />
      <Sheet
        open={opened !== undefined}
        onClose={() => setFilters({ open: '' })}
        title={opened ? t('reliefs.opened', { name: opened.carer_name }) : ''}
      >
        {opened && (
          <OpenRelief
            key={`${opened.id} ${opened.version}`}
            relief={opened}
            onDone={() => setFilters({ open: '' })}
          />
        )}
      </Sheet>
    </>
  );
}

const states = ['waiting', 'approved', 'declined', 'ended'] as const;
const tones: Readonly<Record<ReliefRow['state'], Tone>> = {
  waiting: 'amber',
  approved: 'mint',
  declined: 'plain',
  ended: 'plain',
};

function useColumns(onOpen: (id: string) => void): ListColumn<ReliefRow>[] {
  const { t } = useWords();
  return [
    { title: t('reliefs.carer'), dataIndex: 'carer_name' },
    { title: t('reliefs.child'), dataIndex: 'student_name' },
    {
      title: t('reliefs.class'),
      render: (_, row) => [row.school_name, row.class_name].filter(Boolean).join(' '),
    },
    { title: t('reliefs.kind'), render: (_, { kind }) => t(`reliefs.${kind}`) },
    {
      title: t('reliefs.days'),
      render: (_, row) => `${row.from_on} – ${row.until_on ?? t('reliefs.forGood')}`,
    },
    {
      title: t('reliefs.state'),
      render: (_, { state }) => <Tag tone={tones[state]}>{t(`reliefs.${state}`)}</Tag>,
    },
    {
      title: '',
      render: (_, { id, state, may_decide }) => (
        <Button onClick={() => onOpen(id)}>
          {t(state === 'waiting' && may_decide ? 'reliefs.look' : 'reliefs.open')}
        </Button>
      ),
    },
  ];
}
