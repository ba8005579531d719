import { Button } from 'antd';
import { useState } from 'react';
import type { Client } from '../../shared/api-types.gen.ts';
import { Asked } from '../../shared/components/asked.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { formatDay, formatInstant } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { useListFilters } from '../links.ts';
import { useClients } from '../queries/clients.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { ClientSheet } from './clients/client-sheet.tsx';
import { RegisterClient } from './clients/register-client.tsx';
import { type ListColumn, Opener, RowsTable } from './parts/list-table.tsx';
import { useSay } from './parts/say.ts';
import { Tag } from './parts/tag.tsx';

/** Which programs of other houses may ask this district, for what, and when they last did. */
export function Page() {
  const { t } = useWords();
  const clients = useClients();
  const [registering, setRegistering] = useState(false);
  const [{ open }, setFilters] = useListFilters({ open: '' });
  const columns = useColumns((id) => setFilters({ open: id }));
  return (
    <>
      <PageHead
        title={t('clients.title')}
        lead={t('clients.lead')}
        actions={
          <Button type="primary" onClick={() => setRegistering(true)}>
            {t('clients.register')}
          </Button>
        }
      />
      <Asked question={clients} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('clients.none')} text={t('clients.noneText')} />
          ) : (
            <RowsTable<Client>
              label={t('clients.title')}
              rows={items}
              rowKey={({ id }) => id}
              columns={columns}
            />
          )
        }
      </Asked>
      {registering && <RegisterClient onClose={() => setRegistering(false)} />}
      <ClientSheet clientId={open} onClose={() => setFilters({ open: '' })} />
    </>
  );
}

function useColumns(onOpen: (id: string) => void): ListColumn<Client>[] {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  return [
    {
      title: t('clients.name'),
      render: (_, { id, name }) => <Opener onOpen={() => onOpen(id)}>{name}</Opener>,
    },
    { title: t('clients.organisation'), dataIndex: 'organisation' },
    {
      title: t('clients.scopes'),
      render: (_, { scopes }) => scopes.map(({ name }) => say(name)).join(' · '),
    },
    {
      title: t('clients.state'),
      render: (_, { revoked_at }) =>
        revoked_at ? (
          <Tag tone="brick">{t('clients.revoked')}</Tag>
        ) : (
          <Tag tone="mint">{t('clients.inForce')}</Tag>
        ),
    },
    {
      title: t('clients.lastUsed'),
      render: (_, { last_used_at }) =>
        last_used_at ? formatInstant(last_used_at, language) : t('clients.neverUsed'),
    },
    { title: t('clients.made'), render: (_, { made_at }) => formatDay(made_at, language) },
  ];
}
