import { namesOfPeople, reachOf, readerOf, type Who } from '../../directory/index.ts';
import { afterIn, type District, pageOf, type Sort } from '../../platform/index.ts';
import {
  listRequestsTo,
  openWish,
  type RequestKind,
  type RequestLine,
  type RequestState,
  type requestSortKeys,
} from '../store.ts';

export interface RequestsQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly state?: RequestState | undefined;
  readonly kind?: RequestKind | undefined;
  readonly sort: Sort<(typeof requestSortKeys)[number]>;
}

/** What waits for an answer here, the most urgent first. */
export async function showRequests(district: District, who: Who, query: RequestsQuery) {
  const within = reachOf(who, 'privacy.decide');
  const { state, kind, sort, limit } = query;
  const asked = { state, kind, sort, after: afterIn(query.cursor, sort), most: limit + 1 };
  return district.database.read(readerOf(who), async (transaction) => {
    const rows = await listRequestsTo(transaction, within, asked);
    const { items, ...rest } = pageOf(rows, query, ({ id }) => id);
    const names = await namesOfPeople(
      transaction,
      items.map(({ person_id }) => person_id),
    );
    return {
      ...rest,
      items: items.map((line) => ({
        ...showRequest(district, line),
        person: { id: line.person_id, name: names.get(line.person_id) ?? '' },
      })),
    };
  });
}

export function showRequest({ sealing }: District, line: RequestLine) {
  const { id, kind, state, reason, answer_until } = line;
  return {
    ...{ id, kind, state, reason, answer_until },
    wish: openWish(sealing, line.wish_sealed) ?? '',
    made_at: line.made_at.toISOString(),
    decided_at: line.decided_at?.toISOString() ?? null,
    erase_after: line.erase_after?.toISOString() ?? null,
  };
}
