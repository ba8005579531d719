import { type RawBuilder, sql } from 'kysely';
import { type TProperties, Type } from 'typebox';
import { decodeCursor, encodeCursor } from './paging.ts';
import { BadRequest } from './refusals.ts';

/** `name` runs up, `-name` runs down. */
export type Sort<Key extends string> = Key | `-${Key}`;

/** The ways that a list may run, as a part of its query; `usual` when nobody says. */
export function SortQuery<const Key extends string>(
  keys: readonly Key[],
  usual: Sort<NoInfer<Key>>,
) {
  const ways: Sort<Key>[] = keys.flatMap((key): Sort<Key>[] => [key, `-${key}`]);
  return { sort: Type.Enum(ways, { default: usual }) } satisfies TProperties;
}

/** Which key a list runs by, and whether downwards. */
export function directionOf<Key extends string>(sort: Sort<Key>): { key: Key; down: boolean } {
  return sort.startsWith('-')
    ? { key: sort.slice(1) as Key, down: true }
    : { key: sort as Key, down: false };
}

/** A page's place: the sort value, as text, and the id of the last row shown. */
export interface After {
  readonly value: string;
  readonly id: string;
}

interface Run {
  /** What the list runs by; never null. */
  readonly by: RawBuilder<unknown>;
  /** Tells rows of the same value apart. */
  readonly id: RawBuilder<unknown>;
  readonly down: boolean;
  readonly after: After | undefined;
}

/**
 * Keyset paging for a statement: `select ${run.value} as sort_value … where … ${run.beyond} order by ${run.order}`.
 * The value travels as text and is compared as what it is.
 */
export function running({ by, id, down, after }: Run) {
  const than = sql.raw(down ? '<' : '>');
  const way = sql.raw(down ? 'desc' : 'asc');
  return {
    value: sql<string>`(${by})::text`,
    beyond: after ? sql`and (${by}, ${id}) ${than} (${after.value}, ${after.id})` : sql``,
    order: sql`${by} ${way}, ${id} ${way}`,
  };
}

/** The place that a cursor names; one of another way to run is refused. */
export function afterIn(cursor: string | undefined, sort: string): After | undefined {
  if (cursor === undefined) return undefined;
  const [way, value, id] = decodeCursor(cursor, 3);
  if (way !== sort) {
    throw BadRequest({
      fields: [
        {
          field: 'cursor',
          reason: {
            zh: '换了排序，请从第一页重新开始',
            en: 'Sorted anew: start from the first page',
          },
        },
      ],
    });
  }
  return { value: String(value), id: String(id) };
}

/** A page from one row more than it shows; the sort value stays inside. */
export function pageOf<Row extends { readonly sort_value: string }>(
  rows: readonly Row[],
  { limit, sort }: { readonly limit: number; readonly sort: string },
  idOf: (row: Row) => string,
): { items: Omit<Row, 'sort_value'>[]; next?: string } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map(({ sort_value: _, ...row }) => row);
  return rows.length > limit && last
    ? { items, next: encodeCursor([sort, last.sort_value, idOf(last)]) }
    : { items };
}
