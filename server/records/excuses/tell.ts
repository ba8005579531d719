import { nearestStaff } from '../../directory/index.ts';
import { settle, tell } from '../../notices/index.ts';
import type { Plan } from '../../plan/index.ts';
import type { ReadTransaction, WriteTransaction } from '../../platform/index.ts';
import { type ExcuseNotice, excuseHeading, excuseWords } from './rules/notice-words.ts';
import type { Excuse } from './tables.ts';
import { aboveOf } from './who-sees.ts';

/** Those who are to decide: at the nearest place above that has somebody other than who asked. */
export async function tellDeciders(
  transaction: WriteTransaction,
  plan: Plan,
  excuse: Excuse,
  at: Date,
): Promise<void> {
  const people = await decidersOf(transaction, excuse);
  await tellPeople(transaction, plan, excuse, { kind: 'asked', people, at });
}

export async function tellAsker(
  transaction: WriteTransaction,
  plan: Plan,
  excuse: Excuse,
  { kind, at }: { kind: Exclude<ExcuseNotice, 'asked'>; at: Date },
): Promise<void> {
  await tellPeople(transaction, plan, excuse, { kind, people: [excuse.asked_by], at });
}

/** What was asked of those who decide is done. */
export function askNoMore(transaction: WriteTransaction, id: string, at: Date): Promise<void> {
  return settle(transaction, { subject: id, kinds: ['asked'] }, at);
}

const seeing = { student: 'students.read', staff: 'people.read' } as const;

async function decidersOf(
  transaction: ReadTransaction,
  { asked_by, holder_id, holder_kind, place_lineage }: Excuse,
): Promise<string[]> {
  const above = aboveOf(place_lineage);
  for (let depth = above.length; depth > 0; depth -= 1) {
    const lineage = above.slice(0, depth);
    const deciding = await nearestStaff(transaction, 'excuses.decide', lineage);
    const seers =
      holder_kind === 'student' || holder_kind === 'staff'
        ? await nearestStaff(transaction, seeing[holder_kind], lineage)
        : deciding;
    const people = deciding.filter(
      (one) => seers.includes(one) && one !== asked_by && one !== holder_id,
    );
    if (people.length > 0) return people;
  }
  return [];
}

async function tellPeople(
  transaction: WriteTransaction,
  plan: Plan,
  { id, version, duty, place_lineage: lineage }: Excuse,
  { kind, people, at }: { kind: ExcuseNotice; people: readonly string[]; at: Date },
): Promise<void> {
  const title = plan.duties.find((one) => one.id === duty)?.title ?? { zh: duty, en: duty };
  await tell(transaction, [
    {
      ...{ room: 'excuses', kind, subject: id, deed: String(version), lineage, at },
      people: people.map((person) => ({ person })),
      link: `/desk/excuses?open=${id}`,
      heading: excuseHeading[kind],
      words: excuseWords(kind, title),
      urgency: 'daily',
      asks: kind === 'asked',
    },
  ]);
}
