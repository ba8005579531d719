import { Button, Switch } from 'antd';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { formatInstant } from '../../shared/format.ts';
import { useFilters } from '../../shared/routing/app-pages.tsx';
import { useLanguage } from '../../shared/words/words.ts';
import { useLinkRequests } from '../queries/links.ts';
import type { LinkRequest } from '../queries/shapes.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { DecideLink } from './links/decide-link.tsx';
import { Asked } from './parts/asked.tsx';
import { FilterRow } from './parts/filter-row.tsx';
import { RowsTable } from './parts/list-table.tsx';
import { useRelationship } from './parts/relationship.ts';
import { Sheet } from './parts/sheet.tsx';
import { Tag, type Tone } from './parts/tag.tsx';

/** Carers who say that a child is theirs; nothing opens to them before somebody here has made sure. */
export function Page() {
  const { t } = useWords();
  const [{ all, open }, setFilters] = useFilters({ all: '', open: '' });
  const requests = useLinkRequests(all === '' ? 'waiting' : undefined);
  const opened = requests.data?.items.find(({ id }) => id === open);
  return (
    <>
      <PageHead title={t('links.title')} lead={t('links.lead')} />
      <FilterRow>
        <span>
          <Switch
            checked={all === ''}
            onChange={(only) => setFilters({ all: only ? '' : 'yes' })}
            aria-label={t('links.only')}
          />{' '}
          {t('links.only')}
        </span>
      </FilterRow>
      <Asked question={requests} lines={6}>
        {({ items }) => <Requests requests={items} onOpen={(id) => setFilters({ open: id })} />}
      </Asked>
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

const tones: Readonly<Record<LinkRequest['state'], Tone>> = {
  waiting: 'amber',
  confirmed: 'mint',
  declined: 'plain',
};

interface RequestsProps {
  readonly requests: readonly LinkRequest[];
  readonly onOpen: (id: string) => void;
}

function Requests({ requests, onOpen }: RequestsProps) {
  const { t } = useWords();
  const language = useLanguage();
  const relationship = useRelationship();
  if (requests.length === 0) {
    return <EmptyState title={t('links.none')} text={t('links.noneText')} />;
  }
  return (
    <RowsTable<LinkRequest>
      label={t('links.title')}
      rows={requests}
      rowKey={({ id }) => id}
      columns={[
        {
          title: t('links.carer'),
          render: (_, { carer }) => [carer.name, carer.masked_phone].filter(Boolean).join(' · '),
        },
        { title: t('links.child'), dataIndex: 'child_name' },
        {
          title: t('links.class'),
          render: (_, row) => [row.school_name, row.class_hint].filter(Boolean).join(' '),
        },
        { title: t('links.relationship'), render: (_, row) => relationship(row.relationship) },
        { title: t('links.asked'), render: (_, row) => formatInstant(row.made_at, language) },
        {
          title: t('links.state'),
          render: (_, { id, state }) =>
            state === 'waiting' ? (
              <Button onClick={() => onOpen(id)}>{t('links.decide')}</Button>
            ) : (
              <Tag tone={tones[state]}>{t(`links.${state}`)}</Tag>
            ),
        },
      ]}
    />
  );
}
