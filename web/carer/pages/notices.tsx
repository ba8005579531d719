import { useEffect } from 'react';
import { Asked } from '../../shared/components/asked.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { useMarkAllRead, useNotices } from '../queries/notices.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { NoticeRow } from './home/notice-row.tsx';
import list from './parts/list.module.css';

/** Everything I was told. Who has it before them has read it; the page still says what was new. */
export function Page() {
  const { t } = useWords();
  const notices = useNotices();
  const { mutate: markAllRead } = useMarkAllRead();
  const hasNew = notices.data?.items.some(({ read_at }) => read_at === null) ?? false;
  useEffect(() => {
    if (hasNew) markAllRead();
  }, [hasNew, markAllRead]);
  return (
    <>
      <PageHead title={t('notices.title')} back="/" />
      <Asked question={notices} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('notices.none')} text={t('notices.noneText')} />
          ) : (
            <ul className={list.list}>
              {items.map((notice) => (
                <li key={notice.id}>
                  <NoticeRow notice={{ ...notice, about: 'activity' }} isNew={!notice.read_at} />
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </>
  );
}
