import { Button, Select } from 'antd';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { formatDay, formatInstant } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { useListFilters } from '../links.ts';
import { usePrivacyRequests } from '../queries/privacy-requests.ts';
import type { PrivacyRequest } from '../queries/shapes.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import styles from './activities/activities.module.css';
import { FilterRow } from './parts/filter-row.tsx';
import { type ListColumn, ListTable } from './parts/list-table.tsx';
import { Sheet } from './parts/sheet.tsx';
import { SheetLink } from './parts/sheet-link.tsx';
import { Tag, type Tone } from './parts/tag.tsx';
import { AnswerRequest } from './privacy-requests/answer-request.tsx';

/** People who ask to have their data corrected or erased, the most urgent first. */
export function Page() {
  const { t } = useWords();
  const [{ state, kind, sort, open }, setFilters] = useListFilters({
    state: 'open',
    kind: '',
    sort: 'until',
    open: '',
  });
  const asked = { state: state === 'all' ? '' : state, kind, sort };
  const requests = usePrivacyRequests(asked);
  const opened = requests.data?.pages.flatMap(({ items }) => items).find(({ id }) => id === open);
  return (
    <>
      <PageHead title={t('privacyRequests.title')} lead={t('privacyRequests.lead')} />
      <FilterRow>
        <Select
          aria-label={t('privacyRequests.state')}
          className={styles.choice ?? ''}
          value={state}
          onChange={(next) => setFilters({ state: next })}
          options={[
            ...states.map((one) => ({ value: one, label: t(`privacyRequests.states.${one}`) })),
            { value: 'all', label: t('privacyRequests.all') },
          ]}
        />
        <SheetLink name="GET /api/v1/privacy-requests/sheet" query={asked} />
      </FilterRow>
      <ListTable<PrivacyRequest>
        question={requests}
        label={t('privacyRequests.title')}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={(next) => setFilters({ sort: next })}
        empty={
          <EmptyState
            title={state === 'open' ? t('privacyRequests.none') : t('list.noneFound')}
            text={t('privacyRequests.noneText')}
          />
        }
        columns={useColumns((id) => setFilters({ open: id }))}
      />
      <Sheet
        open={opened !== undefined}
        onClose={() => setFilters({ open: '' })}
        title={opened ? t(`privacyRequests.answerTo.${opened.kind}`, opened.person) : ''}
      >
        {opened && (
          <AnswerRequest key={opened.id} request={opened} onDone={() => setFilters({ open: '' })} />
        )}
      </Sheet>
    </>
  );
}

const states = ['open', 'accepted', 'done', 'refused', 'withdrawn'] as const;
const tones: Readonly<Record<PrivacyRequest['state'], Tone>> = {
  open: 'amber',
  accepted: 'amber',
  done: 'mint',
  refused: 'brick',
  withdrawn: 'plain',
};

function useColumns(onOpen: (id: string) => void): ListColumn<PrivacyRequest>[] {
  const { t } = useWords();
  const language = useLanguage();
  return [
    { title: t('privacyRequests.person'), render: (_, { person }) => person.name },
    {
      title: t('privacyRequests.kind'),
      render: (_, { kind }) => t(`privacyRequests.kinds.${kind}`),
    },
    { title: t('privacyRequests.wish'), dataIndex: 'wish' },
    {
      title: t('privacyRequests.asked'),
      sortBy: 'asked',
      render: (_, { made_at }) => formatInstant(made_at, language),
    },
    {
      title: t('privacyRequests.until'),
      sortBy: 'until',
      render: (_, { answer_until }) => formatDay(answer_until, language),
    },
    {
      title: t('privacyRequests.state'),
      render: (_, { id, state }) =>
        state === 'open' ? (
          <Button onClick={() => onOpen(id)}>{t('privacyRequests.answer')}</Button>
        ) : (
          <Tag tone={tones[state]}>{t(`privacyRequests.states.${state}`)}</Tag>
        ),
    },
  ];
}
