import {
  childrenOfCarers,
  namesOfPeople,
  readerOf,
  requireMay,
  staffAmong,
  type Who,
} from '../../../directory/index.ts';
import type { Call, District, ReadTransaction, WriteTransaction } from '../../../platform/index.ts';
import { NotFound } from '../../../platform/index.ts';
import { givePart } from '../give-part.ts';
import { roleFor } from '../hosts-and-guests.ts';
import { CameAsHelper, HelperOutOfReach } from '../refusals.ts';
import { requireState } from '../require-state.ts';
import { partWords } from '../rules/part-words.ts';
import type { HelperShape, NewHelper } from '../shapes.ts';
import { capabilityFor } from '../states.ts';
import { getActivity, takeActivity } from '../store/activities.ts';
import { hasAttendance, listAttendances, takeAttendanceOf } from '../store/attendances.ts';
import { deleteHelper, listHelpers, putHelper } from '../store/named-parts.ts';
import { peopleOfActivity } from '../store/registrations.ts';
import type { Activity } from '../tables.ts';

/**
 * The host says who speaks, helps or stands at the door. Who was there already gets the part at once, with the fact
 * that the plan names for it instead of the one before.
 */
export async function nameHelper(
  district: District,
  who: Who,
  asked: NewHelper & { activity: string },
  { at }: Call,
): Promise<void> {
  const { person_id: person, part } = asked;
  await district.database.write(readerOf(who), async (transaction) => {
    const activity = await takeActivity(transaction, asked.activity);
    requireMayName(who, activity);
    if (part !== 'door') roleFor(district.plan, activity.kind, part);
    await requireWithinReach(transaction, who, activity, asked);
    await putHelper(transaction, { activity: activity.id, person, part, by: who.person, at });

    if (part === 'door') return;
    const attendance = await takeAttendanceOf(transaction, activity.id, person);
    if (!attendance) return;
    const reason = partWords(part).zh;
    const change = { role: part, reason, actor: who.person, at };
    await givePart(transaction, district, { activity, attendance }, change);
  });
}

/** Takes the naming back; who was there in that part keeps it, and their minutes are corrected instead. */
export async function dropHelper(
  district: District,
  who: Who,
  { activity: id, person }: { activity: string; person: string },
): Promise<void> {
  await district.database.write(readerOf(who), async (transaction) => {
    const activity = await takeActivity(transaction, id);
    requireMayName(who, activity);
    const came = await hasAttendance(transaction, id, [person]);
    const named = (await listHelpers(transaction, id)).find((one) => one.person_id === person);
    if (came && named && named.part !== 'door') throw CameAsHelper();
    if (!(await deleteHelper(transaction, id, person))) throw NotFound();
  });
}

/** Those named, with whether they were there. */
export async function showHelpers(
  district: District,
  who: Who,
  id: string,
): Promise<{ items: HelperShape[] }> {
  return district.database.read(readerOf(who), async (transaction) => {
    const activity = await getActivity(transaction, id);
    requireMay(who, 'activities.read', { lineage: activity.host_lineage });
    const helpers = await listHelpers(transaction, id);
    const came = new Map(
      (await listAttendances(transaction, [id])).map((one) => [one.carer_id, one]),
    );
    const names = await namesOfPeople(
      transaction,
      helpers.map(({ person_id }) => person_id),
    );
    return {
      items: helpers.map(({ person_id, part }) => ({
        person_id,
        name: names.get(person_id) ?? '',
        part,
        attendance_id: came.get(person_id)?.id ?? null,
        minutes: came.get(person_id)?.minutes ?? null,
      })),
    };
  });
}

/** After the end a naming changes what counts: it is a correction. */
function requireMayName(who: Who, { state, host_lineage }: Activity): void {
  const action = state === 'finished' ? 'correct' : 'name-helpers';
  requireMay(who, capabilityFor[action], { lineage: host_lineage });
  requireState(state, action);
}

/** Whom the host may name: who signed up, whose child is in reach, oneself, and for the door the house's own staff. */
async function requireWithinReach(
  transaction: WriteTransaction,
  who: Who,
  activity: Activity,
  { person_id: person, part }: NewHelper,
): Promise<void> {
  if (part === 'door') {
    if (person === who.person) return;
    const { host_lineage } = activity;
    if ((await staffAmong(transaction, [person], host_lineage)).includes(person)) return;
  }
  if (await isKnownHere(transaction, activity, person)) return;
  throw HelperOutOfReach();
}

async function isKnownHere(
  transaction: ReadTransaction,
  { id }: Activity,
  person: string,
): Promise<boolean> {
  const signedUp = await peopleOfActivity(transaction, id);
  if (signedUp.some((one) => one.person === person)) return true;
  if (await hasAttendance(transaction, id, [person])) return true;
  return (await childrenOfCarers(transaction, [person])).length > 0;
}
