import { namesOfStudents, readerOf, type Who } from '../../directory/index.ts';
import { afterIn, type Call, type District, NotFound, pageOf } from '../../platform/index.ts';
import { showNotice } from '../rules/show-notice.ts';
import { listNotices, markAllRead, markRead } from '../store/notices.ts';

export interface InboxQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly unread: boolean;
}

/** One's own notices, newest first: nobody may read another's, so there is nothing to ask the matrix. */
export async function readNotices(district: District, who: Who, query: InboxQuery) {
  const way = { sort: 'made' } as const;
  const { unread: isUnread, limit, cursor } = query;
  return district.database.read(readerOf(who), async (transaction) => {
    const asked = { isUnread, after: afterIn(cursor, way.sort), most: limit + 1 };
    const notices = await listNotices(transaction, who.person, asked);
    const { items, ...rest } = pageOf(notices, { limit, ...way }, ({ id }) => id);
    const children = items.flatMap(({ student_id }) => student_id ?? []);
    const names = await namesOfStudents(transaction, children);
    return { ...rest, items: items.map((one) => showNotice(one, names)) };
  });
}

/** Marks a notice of one's own as read. */
export async function readNotice(
  district: District,
  who: Who,
  id: string,
  { at }: Call,
): Promise<void> {
  const isTheirs = await district.database.write(readerOf(who), (transaction) =>
    markRead(transaction, who.person, id, at),
  );
  if (!isTheirs) throw NotFound();
}

/** Who has the list before them has read it all; what asks for an answer goes on asking. */
export async function readEverything(district: District, who: Who, { at }: Call): Promise<void> {
  await district.database.write(readerOf(who), (transaction) =>
    markAllRead(transaction, who.person, at),
  );
}
