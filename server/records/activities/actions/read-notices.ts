import { readerOf, type Who } from '../../../directory/index.ts';
import { type Call, type District, NotFound } from '../../../platform/index.ts';
import { MOST_NOTICES_SHOWN } from '../limits.ts';
import { noticeWords } from '../rules/notice-words.ts';
import { listNotices, markAllRead, markNoticeRead } from '../store/notices.ts';

/** One's own notices, newest first: nobody may read another's, so there is nothing to ask the matrix. */
export async function readNotices(district: District, who: Who) {
  const notices = await district.database.read(readerOf(who), (transaction) =>
    listNotices(transaction, who.person, { isUnread: false, most: MOST_NOTICES_SHOWN }),
  );
  return {
    items: notices.map(({ params, made_at, read_at, ...notice }) => ({
      ...notice,
      text: noticeWords(notice.kind, params),
      made_at: made_at.toISOString(),
      read_at: read_at?.toISOString() ?? null,
    })),
  };
}

/** Marks a notice of one's own as read. */
export async function markRead(
  district: District,
  who: Who,
  id: string,
  { at }: Call,
): Promise<void> {
  const isTheirs = await district.database.write(readerOf(who), (transaction) =>
    markNoticeRead(transaction, who.person, id, at),
  );
  if (!isTheirs) throw NotFound();
}

/** Who has the list before them has read it all; an offer goes on asking. */
export async function markEverythingRead(
  district: District,
  who: Who,
  { at }: Call,
): Promise<void> {
  await district.database.write(readerOf(who), (transaction) =>
    markAllRead(transaction, who.person, at),
  );
}
