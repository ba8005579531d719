import { readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { stateFacts } from '../../../facts/index.ts';
import { type ActivityRoleName, activityKind } from '../../../plan/index.ts';
import { type Call, type District, newId, type WriteTransaction } from '../../../platform/index.ts';
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
  settleAttendances,
  takeAttendanceOf,
} from '../store/attendances.ts';
import { listHelpers } from '../store/named-parts.ts';
import type { Activity } from '../tables.ts';

interface Part {
  readonly registration: string | null;
  readonly role: ActivityRoleName;
  readonly students: readonly string[];
  readonly isHelper: boolean;
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
  const { plan } = district;
  return district.database.write(readerOf(who), async (transaction) => {
    const activity = await takeActivity(transaction, asked.activity);
    requireMay(who, 'activities.arrange', { lineage: activity.host_lineage });
    requireState(activity.state, 'correct');
    if (at < activity.begins_at) throw NotBegunYet();
    const part = await partOf(transaction, activity, asked.carer_id);
    if (!part.isHelper) requireMay(who, 'activities.correct', { lineage: activity.host_lineage });
    const known = await takeAttendanceOf(transaction, activity.id, asked.carer_id);
    if (known) throw HereAlready();

    const maximum = activityKind(plan, activity.kind)?.maximumMinutes ?? 0;
    const stayed = minutesThatCount(activity, activity.begins_at, activity.ends_at, maximum);
    const minutes = Math.min(asked.minutes ?? stayed, stayed);
    const id = newId();
    const entry = {
      id,
      activity_id: activity.id,
      carer_id: asked.carer_id,
      registration_id: part.registration,
      role: part.role,
      entered_at: activity.begins_at,
      entry_method: 'staff' as const,
      entry_by: who.person,
      entry_scan_id: null,
      note: asked.reason.trim(),
      minutes,
    };
    await insertEntries(transaction, [entry]);
    const exit = { exit_method: 'staff' as const, exit_by: who.person, exit_scan_id: null };
    await settleAttendances(transaction, [{ id, left_at: null, minutes, ...exit }]);
    const fact = factOf(plan, activity, {
      ...entry,
      version: 1,
      students: part.students,
      method: entry.entry_method,
      actor: who.person,
    });
    if (fact) await stateFacts(transaction, [fact]);
    return id;
  });
}

/** The part that somebody plays, by their naming first, else by their family's registration. */
async function partOf(
  transaction: WriteTransaction,
  { id }: Activity,
  carer: string,
): Promise<Part> {
  const pair = { activity: id, carer };
  const standing = (await findStandings(transaction, [pair])).get(pairKey(pair));
  const helper = (await listHelpers(transaction, id)).find((one) => one.person_id === carer);
  const registration = standing?.state === 'registered' ? standing.registration : null;
  const students = registration === null ? [] : (standing?.students ?? []);
  if (helper && helper.part !== 'door') {
    return { registration, role: helper.part, students, isHelper: true };
  }
  if (!standing || registration === null) throw NeitherSignedUpNorNamed();
  return { registration, role: standing.role, students, isHelper: false };
}
