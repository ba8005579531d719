import type { QueryClient } from '@tanstack/react-query';
import { Asked } from '../../shared/components/asked.tsx';
import { Button } from '../../shared/components/button.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { useFilters } from '../../shared/routing/app-pages.tsx';
import type { Notice } from '../queries/answers.ts';
import { notices as noticesOf, useMarkAllRead, useNotices } from '../queries/notices.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { NoticeRow } from './home/notice-row.tsx';
import { Choice, Choices } from './parts/choice.tsx';
import list from './parts/list.module.css';

export const opensWith = (client: QueryClient) => client.prefetchInfiniteQuery(noticesOf(false));

/** Everything I was told, by whatever room: one inbox across children and schools. */
export function Page() {
  const { t } = useWords();
  const [{ show }, setFilters] = useFilters({ show: '' });
  const isUnread = show === 'unread';
  const notices = useNotices(isUnread);
  const markAllRead = useMarkAllRead();
  const hasNew =
    notices.data?.pages.some(({ items }) => items.some(({ read_at }) => read_at === null)) ?? false;
  return (
    <>
      <PageHead title={t('notices.title')} back="/" />
      <Asked question={notices} lines={6}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0 && !isUnread) return <Nothing isUnread={false} />;
          return (
            <>
              <Choices>
                <Choice
                  label={t('notices.show')}
                  value={show}
                  onChange={(next) => setFilters({ show: next })}
                  options={[
                    { value: '', label: t('notices.all') },
                    { value: 'unread', label: t('notices.unread') },
                  ]}
                />
              </Choices>
              {hasNew && (
                <Button kind="quiet" wide onClick={() => markAllRead.mutate()}>
                  {t('notices.readAll')}
                </Button>
              )}
              {items.length === 0 ? <Nothing isUnread /> : <Rows notices={items} />}
              {notices.hasNextPage && (
                <Button
                  kind="quiet"
                  wide
                  busy={notices.isFetchingNextPage}
                  onClick={() => void notices.fetchNextPage()}
                >
                  {t('notices.more')}
                </Button>
              )}
            </>
          );
        }}
      </Asked>
    </>
  );
}

function Rows({ notices }: { readonly notices: readonly Notice[] }) {
  return (
    <ul className={list.list}>
      {notices.map((notice) => (
        <li key={notice.id}>
          <NoticeRow notice={notice} isNew={!notice.read_at && !notice.done_at} />
        </li>
      ))}
    </ul>
  );
}

function Nothing({ isUnread }: { readonly isUnread: boolean }) {
  const { t } = useWords();
  return isUnread ? (
    <EmptyState title={t('notices.allRead')} text={t('notices.allReadText')} />
  ) : (
    <EmptyState title={t('notices.none')} text={t('notices.noneText')} />
  );
}
