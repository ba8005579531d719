import { readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { stateFacts } from '../../../facts/index.ts';
import { type ActivityRoleName, activityKind } from '../../../plan/index.ts';
import { type Call, type District, newId, type WriteTransaction } from '../../../platform/index.ts';
import { keepHeld } from '../held.ts';
import { HereAlready, NeitherSignedUpNorNamed, NotBegunYet } from '../refusals.ts';
import { requireState } from '../require-state.ts';
import { factOf } from '../rules/fact-of-attendance.ts';
import { minutesThatCount } from '../rules/presence.ts';
import type { NewPresence } from '../shapes.ts';
import { takeActivity } from '../store/activities.ts';
import {
  findStandings,
  insertEntries,
  pairKey,
  setStudentsPresent,
  settleAttendances,
  takeAttendanceOf,
} from '../store/attendances.ts';
import { listHelpers } from '../store/named-parts.ts';
import type { Activity } from '../tables.ts';

/** The part that somebody played. */
export interface Part {
  readonly registration: string | null;
  readonly role: ActivityRoleName;
  readonly students: readonly string[];
}

/**
 * The host says that somebody was there whom no scan saw: from the beginning, for so many minutes. Of a helper whom
 * the host named that is part of confirming; of anybody else it is a correction, with its reason.
 */
export async function recordPresence(
  district: District,
  who: Who,
  asked: NewPresence & { activity: string },
  { at }: Call,
): Promise<string> {
  return district.database.write(readerOf(who), async (transaction) => {
    const activity = await takeActivity(transaction, asked.activity);
    requireMay(who, 'activities.arrange', { lineage: activity.host_lineage });
    requireState(activity.state, 'correct');
    if (at < activity.begins_at) throw NotBegunYet();
    const { isHelper, ...part } = await partOf(transaction, activity, asked.carer_id);
    if (!isHelper) requireMay(who, 'activities.correct', { lineage: activity.host_lineage });
    const known = await takeAttendanceOf(transaction, activity.id, asked.carer_id);
    if (known) throw HereAlready();
    const { id } = await enterPresence(transaction, district, activity, part, {
      carer: asked.carer_id,
      minutes: asked.minutes,
      reason: asked.reason.trim(),
      by: who.person,
      at,
    });
    return id;
  });
}

interface Presence {
  readonly carer: string;
  /** The whole event if not given. */
  readonly minutes?: number | undefined;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/** Enters somebody from the beginning on, never for longer than the event counts, and states what it earns. */
export async function enterPresence(
  transaction: WriteTransaction,
  { plan }: District,
  activity: Activity,
  { registration, role, students }: Part,
  { carer, minutes: asked, reason, by, at }: Presence,
): Promise<{ id: string; version: number; minutes: number }> {
  const maximum = activityKind(plan, activity.kind)?.maximumMinutes ?? 0;
  const stayed = minutesThatCount(activity, activity.begins_at, activity.ends_at, maximum);
  const minutes = Math.min(asked ?? stayed, stayed);
  const id = newId();
  const entry = {
    id,
    activity_id: activity.id,
    carer_id: carer,
    registration_id: registration,
    role,
    entered_at: activity.begins_at,
    entry_method: 'staff' as const,
    entry_by: by,
    entry_scan_id: null,
    note: reason,
    minutes,
  };
  await insertEntries(transaction, [entry]);
  const exit = { exit_method: 'staff' as const, exit_by: by, exit_scan_id: null };
  await settleAttendances(transaction, [{ id, left_at: null, minutes, ...exit }]);
  if (registration === null && students.length > 0) {
    await setStudentsPresent(transaction, id, students);
  }
  const method = entry.entry_method;
  const fact = factOf(plan, activity, { ...entry, version: 1, students, method, actor: by });
  if (fact) await stateFacts(transaction, [fact]);
  if (activity.state === 'finished') {
    await keepHeld(transaction, plan, activity, { actor: by, reason, at });
  }
  return { id, version: 1, minutes };
}

/** The part for which the host named somebody; undefined: for none that counts. */
export async function roleOfHelper(
  transaction: WriteTransaction,
  activity: string,
  person: string,
): Promise<ActivityRoleName | undefined> {
  const helper = (await listHelpers(transaction, activity)).find((one) => one.person_id === person);
  return helper && helper.part !== 'door' ? helper.part : undefined;
}

/** The part that somebody plays, by their naming first, else by their family's registration. */
async function partOf(
  transaction: WriteTransaction,
  { id }: Activity,
  carer: string,
): Promise<Part & { readonly isHelper: boolean }> {
  const pair = { activity: id, carer };
  const standing = (await findStandings(transaction, [pair])).get(pairKey(pair));
  const registration = standing?.state === 'registered' ? standing.registration : null;
  const students = registration === null ? [] : (standing?.students ?? []);
  const helps = await roleOfHelper(transaction, id, carer);
  if (helps) return { registration, role: helps, students, isHelper: true };
  if (!standing || registration === null) throw NeitherSignedUpNorNamed();
  return { registration, role: standing.role, students, isHelper: false };
}
