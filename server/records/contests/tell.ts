import { nearestStaff } from '../../directory/index.ts';
import { settle, tell } from '../../notices/index.ts';
import { dateInShanghai } from '../../plan/index.ts';
import type { WriteTransaction } from '../../platform/index.ts';
import { type ContestNotice, contestHeading, contestWords } from './rules/notice-words.ts';
import type { Contest } from './tables.ts';

/** The last day on which something may still be done: deadlines are the end of a day. */
export const lastDayOf = (due: Date | null): string =>
  due ? dateInShanghai(new Date(due.getTime() - 1)) : '';

interface News {
  readonly kind: ContestNotice;
  readonly due: Date | null;
  readonly at: Date;
}

/** Tells the family. */
export function tellCarer(
  transaction: WriteTransaction,
  contest: Contest,
  news: News,
): Promise<void> {
  const link = `/contests/${contest.id}`;
  return tellPeople(transaction, contest, { ...news, people: [contest.carer_id], link });
}

/** Tells those who are to decide for a place; nobody of them about their own case. */
export async function tellStaff(
  transaction: WriteTransaction,
  contest: Contest,
  { lineage, ...news }: News & { readonly lineage: readonly string[] },
): Promise<void> {
  const staff = await nearestStaff(transaction, 'contests.decide', lineage);
  const people = staff.filter((person) => person !== contest.carer_id);
  const link = `/desk/contests?open=${contest.id}`;
  await tellPeople(transaction, contest, { ...news, people, link });
}

async function tellPeople(
  transaction: WriteTransaction,
  { id, title, host_lineage: lineage }: Contest,
  { kind, due, at, people, link }: News & { people: readonly string[]; link: string },
): Promise<void> {
  await tell(transaction, [
    {
      ...{ room: 'contests', kind, subject: id, deed: '', lineage, link, at },
      people: people.map((person) => ({ person })),
      heading: contestHeading[kind],
      words: contestWords(kind, title, lastDayOf(due)),
      urgency: 'daily',
      usefulUntil: null,
    },
  ]);
}

/** What the staff were asked for is done. */
export function askNoMore(transaction: WriteTransaction, id: string, at: Date): Promise<void> {
  return settle(transaction, { subject: id, kinds: ['raised', 'escalated'] }, at);
}
