import { requireMay, theProgram, type Who } from '../../../directory/index.ts';
import { stateFacts } from '../../../facts/index.ts';
import { activityKind } from '../../../plan/index.ts';
import type { Call, District, WriteTransaction } from '../../../platform/index.ts';
import { givePart } from '../give-part.ts';
import { keepHeld } from '../held.ts';
import { NotBegunYet } from '../refusals.ts';
import { requireState } from '../require-state.ts';
import { factOf } from '../rules/fact-of-attendance.ts';
import { partWords } from '../rules/part-words.ts';
import { minutesThatCount } from '../rules/presence.ts';
import { activityStateTable } from '../states.ts';
import { takeActivity, updateActivity } from '../store/activities.ts';
import {
  listThanked,
  settleAttendances,
  takeInAnotherPart,
  takeUnsettled,
} from '../store/attendances.ts';
import { takeSessions } from '../store/sessions.ts';
import type { Activity } from '../tables.ts';
import { tellFamilies } from '../tell-families.ts';

/**
 * The host confirms the end, of an activity with all its sessions or of one session. Whoever entered and was not seen
 * to leave is taken to have stayed until the planned end, or until now if it ends early.
 */
export async function finishActivity(
  district: District,
  who: Who,
  id: string,
  call: Call,
): Promise<void> {
  await district.database.write(theProgram, async (transaction) => {
    const activity = await takeActivity(transaction, id);
    requireMay(who, 'activities.arrange', { lineage: activity.host_lineage });
    requireState(activity.state, 'finish');
    const sessions = await takeSessions(transaction, id);
    const open = sessions.filter(({ state }) => activityStateTable[state].next.finish);
    for (const one of [activity, ...open]) await finish(transaction, district, who, one, call.at);
    const by = { actor: who.person, reason: '', at: call.at };
    await keepHeld(transaction, district.plan, activity, by);
  });
}

async function finish(
  transaction: WriteTransaction,
  district: District,
  who: Who,
  activity: Activity,
  at: Date,
): Promise<void> {
  const state = requireState(activity.state, 'finish');
  if (at < activity.begins_at) throw NotBegunYet();

  const { plan } = district;
  const maximum = activityKind(plan, activity.kind)?.maximumMinutes ?? 0;
  await giveNamedParts(transaction, district, activity, { actor: who.person, at });
  const stayed = (await takeUnsettled(transaction, activity.id)).map((attendance) => ({
    ...attendance,
    minutes: minutesThatCount(activity, attendance.entered_at, at, maximum),
  }));
  await settleAttendances(
    transaction,
    stayed.map((attendance) => ({
      id: attendance.id,
      left_at: null,
      minutes: attendance.minutes,
      exit_method: 'finish',
      exit_by: who.person,
      exit_scan_id: null,
    })),
  );
  const confirmed = { state, finished_by: who.person, finished_at: at };
  await updateActivity(transaction, activity.id, confirmed, at);

  const facts = stayed.flatMap(
    (one) => factOf(plan, activity, { ...one, method: one.entry_method, actor: who.person }) ?? [],
  );
  await stateFacts(transaction, facts);
  await thankHelpers(transaction, activity, at);
}

/** Who is named for a part and was scanned as a guest did what they are named for. */
async function giveNamedParts(
  transaction: WriteTransaction,
  district: District,
  activity: Activity,
  { actor, at }: { actor: string; at: Date },
): Promise<void> {
  for (const attendance of await takeInAnotherPart(transaction, activity.id)) {
    const { part: role } = attendance;
    const change = { role, reason: partWords(role).zh, actor, at };
    await givePart(transaction, district, { activity, attendance }, change);
  }
}

async function thankHelpers(
  transaction: WriteTransaction,
  activity: Activity,
  at: Date,
): Promise<void> {
  const people = (await listThanked(transaction, activity.id)).map((person) => ({ person }));
  const link = `/thanks/${activity.id}`;
  await tellFamilies(transaction, activity, { kind: 'thanked', deed: '', people, link, at });
}
