import type { ChannelHealth } from '../../shared/api-types.gen.ts';
import { Asked } from '../../shared/components/asked.tsx';
import { formatInstant } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { useNoticeChannels } from '../queries/notices.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { type ListColumn, RowsTable } from './parts/list-table.tsx';
import { Note, Stacked } from './parts/section.tsx';
import { Tag } from './parts/tag.tsx';

/** How each way out of the house did in the last day: a dead channel is seen before families complain. */
export function Page() {
  const { t } = useWords();
  const channels = useNoticeChannels();
  const columns = useColumns();
  return (
    <>
      <PageHead title={t('noticeChannels.title')} lead={t('noticeChannels.lead')} />
      <Asked question={channels} lines={8}>
        {({ items }) => (
          <Stacked>
            {items.every(({ channel, is_set }) => !is_set || channel === 'web-push') && (
              <Note>{t('noticeChannels.noneSet')}</Note>
            )}
            <RowsTable<ChannelHealth>
              label={t('noticeChannels.title')}
              rows={items}
              rowKey={({ channel }) => channel}
              columns={columns}
            />
          </Stacked>
        )}
      </Asked>
    </>
  );
}

function useColumns(): ListColumn<ChannelHealth>[] {
  const { t } = useWords();
  const language = useLanguage();
  return [
    {
      title: t('noticeChannels.channel'),
      render: (_, { channel }) => t(`noticeChannels.names.${channel}`),
    },
    { title: t('noticeChannels.state'), render: (_, row) => <State health={row} /> },
    { title: t('noticeChannels.queued'), dataIndex: 'queued', align: 'end' },
    { title: t('noticeChannels.sent'), dataIndex: 'sent', align: 'end' },
    { title: t('noticeChannels.delivered'), dataIndex: 'delivered', align: 'end' },
    { title: t('noticeChannels.failed'), dataIndex: 'failed', align: 'end' },
    {
      title: t('noticeChannels.lastError'),
      render: (_, { last_error, last_error_at }) =>
        last_error &&
        `${last_error}${last_error_at ? ` · ${formatInstant(last_error_at, language)}` : ''}`,
    },
  ];
}

function State({ health }: { readonly health: ChannelHealth }) {
  const { t } = useWords();
  if (!health.is_set) return <Tag>{t('noticeChannels.notSet')}</Tag>;
  if (health.is_resting) return <Tag tone="brick">{t('noticeChannels.resting')}</Tag>;
  if (health.last_error_at && (health.last_success_at ?? '') < health.last_error_at) {
    return <Tag tone="amber">{t('noticeChannels.stumbles')}</Tag>;
  }
  if (!health.last_success_at) return <Tag>{t('noticeChannels.ready')}</Tag>;
  return <Tag tone="mint">{t('noticeChannels.fine')}</Tag>;
}
