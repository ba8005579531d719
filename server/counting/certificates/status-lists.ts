import { sql } from 'kysely';
import { nobody } from '../../directory/index.ts';
import type { District } from '../../platform/index.ts';
import {
  createStatusList,
  type SignedStatusList,
  STATUS_LIST_LENGTH,
  type StatusPurpose,
} from './credential/index.ts';
import { issuerOf } from './issue-due.ts';
import { statusListUrl } from './rules/certificate-input.ts';
import { statesListedFor } from './states.ts';

/** A list is signed anew after this time at the latest; a verifier may keep it as long. */
export const SECONDS_A_LIST_STANDS = 10;

interface Kept {
  readonly list: Promise<SignedStatusList>;
  readonly until: number;
}

const kept = new WeakMap<District, Map<string, Kept>>();

/** The signed list of one purpose: a bit for each certificate that is revoked or replaced, or suspended. */
export async function publishedStatusList(
  district: District,
  purpose: StatusPurpose,
  list: number,
): Promise<SignedStatusList> {
  const lists = kept.get(district) ?? new Map<string, Kept>();
  kept.set(district, lists);
  const key = `${purpose} ${list}`;
  const now = Date.now();
  const known = lists.get(key);
  if (known && known.until > now) return known.list;
  const made = makeList(district, purpose, list);
  lists.set(key, { list: made, until: now + SECONDS_A_LIST_STANDS * 1000 });
  made.catch(() => lists.delete(key));
  return made;
}

/** What a person decided is in the lists at once; this program signs them anew when it is asked. */
export function forgetStatusLists(district: District): void {
  kept.delete(district);
}

/** Of every list that holds a certificate of the district. */
export async function countStatusLists({ database }: District): Promise<number> {
  const last = await database.read(nobody, async (transaction) => {
    const { rows } = await sql<{ last: number | null }>`
      select max(status_index) as last from certificates`.execute(transaction);
    return rows[0]?.last ?? 0;
  });
  return Math.floor(last / STATUS_LIST_LENGTH) + 1;
}

/** Both purposes of the list that holds a certificate. */
export async function statusListsFor(
  district: District,
  statusIndex: number,
): Promise<SignedStatusList[]> {
  const list = Math.floor(statusIndex / STATUS_LIST_LENGTH);
  return Promise.all(
    (['revocation', 'suspension'] as const).map((purpose) =>
      publishedStatusList(district, purpose, list),
    ),
  );
}

async function makeList(
  district: District,
  purpose: StatusPurpose,
  list: number,
): Promise<SignedStatusList> {
  const first = list * STATUS_LIST_LENGTH;
  const indexes = await district.database.read(nobody, async (transaction) => {
    const { rows } = await sql<{ status_index: number }>`
      select status_index from certificates
       where state = any(${statesListedFor(purpose)}::text[])
         and status_index >= ${first} and status_index < ${first + STATUS_LIST_LENGTH}
    `.execute(transaction);
    return rows.map((row) => row.status_index - first);
  });
  await district.renewKeys?.();
  const url = statusListUrl(district.publicUrl, purpose, list);
  const issuedAt = `${district.clock().toISOString().slice(0, 19)}Z`;
  return issuerOf(district).issueStatusList({
    url,
    purpose,
    list: createStatusList(indexes),
    issuedAt,
  });
}
