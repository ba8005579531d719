import {
  carersOfStudents,
  childrenOfCarers,
  may,
  reachOf,
  type Who,
} from '../../directory/index.ts';
import { listFactsById } from '../../facts/index.ts';
import type { Plan } from '../../plan/index.ts';
import type { Reader, ReadTransaction } from '../../platform/index.ts';
import { type Attendance, attendancesOf, withCorrections } from '../activities/index.ts';
import type { ContestsOptions } from './door-options.ts';
import type { Level } from './states.ts';
import type { Contest } from './tables.ts';

/** Row-level security shows contests to those who decide for the host, which students they see or not. */
export function readerOfContests(who: Who): Reader {
  return { person: who.person, reach: reachOf(who, 'contests.decide') };
}

/** Who decides now, and for which place: null when nobody is to. */
export function stageOf({ state, host_lineage: lineage }: Contest): {
  readonly level: Level;
  readonly lineage: readonly string[];
} | null {
  if (state === 'open') return { level: 'host', lineage };
  if (state === 'escalated') return { level: 'district', lineage: lineage.slice(0, 1) };
  return null;
}

/** Whether somebody reads it as one of those who decide, now or before. */
export function isDecider(who: Who, { host_lineage: lineage }: Contest): boolean {
  return may(who, 'contests.decide', { lineage });
}

/** What an upheld one needs, besides its reason. */
export type Correction = 'minutes' | 'take-back' | 'certificate';

/** The source of the contested fact where no attendance stands behind it, such as a talk: it can only be taken back. */
export async function correctionOf(
  transaction: ReadTransaction,
  { claim, fact_id }: Contest,
): Promise<{ readonly kind: Correction; readonly source?: string }> {
  if (claim === 'certificate') return { kind: 'certificate' };
  if (claim === 'missing' || !fact_id) return { kind: 'minutes' };
  const [fact] = await listFactsById(transaction, [fact_id]);
  const source = fact?.source ?? '';
  return source.startsWith('attendance:') ? { kind: 'minutes' } : { kind: 'take-back', source };
}

/** The presence in question; undefined: nobody wrote one down. */
export async function presenceOf(
  transaction: ReadTransaction,
  { activity_id, carer_id }: Contest,
): Promise<Attendance | undefined> {
  if (!activity_id) return undefined;
  return (await attendancesOf(transaction, activity_id, [carer_id])).get(carer_id);
}

/** Who took part in what is contested: of its presence, its fact or its certificate. */
export async function confirmersOfContest(
  transaction: ReadTransaction,
  plan: Plan,
  contest: Contest,
  { certificateOf }: ContestsOptions,
): Promise<string[]> {
  const presence = await presenceOf(transaction, contest);
  const facts = await listFactsById(transaction, contest.fact_id ? [contest.fact_id] : []);
  const certificate = contest.certificate_id
    ? await certificateOf(transaction, plan, contest.certificate_id)
    : undefined;
  return [
    ...(presence ? (await withCorrections(transaction, presence)).confirmers : []),
    ...facts.flatMap(({ actor }) => actor ?? []),
    ...(certificate?.decidedBy ?? []),
  ];
}

/** The other carers of a carer's children. For the program, which sees every family. */
export async function familyOf(transaction: ReadTransaction, carer: string): Promise<string[]> {
  const children = await childrenOfCarers(transaction, [carer]);
  const carers = await carersOfStudents(
    transaction,
    children.map(({ student }) => student),
  );
  return carers.map((one) => one.carer);
}
