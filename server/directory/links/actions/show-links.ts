import {
  afterIn,
  type District,
  pageOf,
  type ReadTransaction,
  type Sort,
} from '../../../platform/index.ts';
import { matrix, reachOf, readerOf, type Who } from '../../access/index.ts';
import { maskedPhone } from '../../actions/browse.ts';
import {
  findOwnLink,
  type LinkLine,
  type LinkState,
  type linkSortKeys,
  listLinksOf,
  listLinksTo,
  type Match,
  matchesOf,
} from '../store.ts';

export interface LinksQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly state?: LinkState | undefined;
  /** One's own, also of those who decide: teachers are parents too. */
  readonly own: boolean;
  readonly sort: Sort<(typeof linkSortKeys)[number]>;
}

/** For those who decide, the requests to their schools; for everybody else, their own. */
export async function showLinks(district: District, who: Who, query: LinksQuery) {
  const within = query.own ? [] : reachOf(who, 'links.decide');
  const schools = schoolsOfDecider(who);
  const { state, sort, limit } = query;
  const asked = { state, sort, after: afterIn(query.cursor, sort), most: limit + 1 };
  return district.database.read(readerOf(who), async (transaction) => {
    const rows =
      within.length > 0
        ? await listLinksTo(transaction, { within, schools }, asked)
        : await listLinksOf(transaction, who.person, asked);
    const { items, ...rest } = pageOf(rows, query, ({ id }) => id);
    const matches = within.length > 0 ? await matchesOfLines(transaction, items) : [];
    return { ...rest, items: items.map((row) => showLink(district, row, matches)) };
  });
}

/** One request of one's own, as it was just made. */
export async function showOwnLink(district: District, who: Who, id: string) {
  const row = await district.database.read(readerOf(who), (transaction) =>
    findOwnLink(transaction, who.person, id),
  );
  if (!row) throw new Error(`The request ${id} was written, but is not among the person's own.`);
  return showLink(district, row, []);
}

/** A class teacher sees the requests to the school of their class: the class is written by hand. */
export function schoolsOfDecider(who: Who): string[] {
  return who.posts.flatMap(({ role, school }) =>
    matrix[role]['links.decide'] && school ? [school] : [],
  );
}

function matchesOfLines(transaction: ReadTransaction, rows: readonly LinkLine[]): Promise<Match[]> {
  const waiting = rows.filter(({ state }) => state === 'waiting');
  return matchesOf(
    transaction,
    waiting.map(({ id }) => id),
  );
}

function showLink(
  district: District,
  { carer_id, carer_name, phone_sealed, made_at, decided_at, ...line }: LinkLine,
  matches: readonly Match[],
) {
  return {
    ...line,
    made_at: made_at.toISOString(),
    decided_at: decided_at?.toISOString() ?? null,
    carer: { id: carer_id, name: carer_name, masked_phone: maskedPhone(district, phone_sealed) },
    matches: matches
      .filter(({ request }) => request === line.id)
      .map(({ request: _, ...match }) => match),
  };
}
