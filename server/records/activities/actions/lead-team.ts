import { may, namesOfPeople, readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { settle } from '../../../notices/index.ts';
import { activityKind } from '../../../plan/index.ts';
import {
  type Call,
  type District,
  NotFound,
  type WriteTransaction,
} from '../../../platform/index.ts';
import { requireState } from '../require-state.ts';
import { NoTeam, NotInTheTeam } from '../session-refusals.ts';
import type { Team } from '../shapes.ts';
import { capabilityFor } from '../states.ts';
import { getActivity, takeActivity } from '../store/activities.ts';
import { listTeam, setLead } from '../store/team.ts';
import type { Activity } from '../tables.ts';
import { tellFamilies } from '../tell-families.ts';

/** The host says who leads the team of a shift: one of those who have a place in it. The lead is told. */
export async function nameLead(
  district: District,
  who: Who,
  asked: { shift: string; person: string },
  { at }: Call,
): Promise<void> {
  const { shift: id, person } = asked;
  await district.database.write(readerOf(who), async (transaction) => {
    const shift = await takeShift(transaction, district, who, id);
    if (shift.led_by === person) return;
    const team = await listTeam(transaction, id);
    if (!team.some(({ carer }) => carer === person)) throw NotInTheTeam();
    await setLead(transaction, id, person);
    await silence(transaction, shift, at);
    await tellFamilies(transaction, shift, {
      ...{ kind: 'leads', deed: at.toISOString(), people: [{ person }], at },
      params: { place: shift.place, begins_at: shift.begins_at.toISOString() },
    });
  });
}

/** The host takes the naming back; the volunteer keeps the place. */
export async function takeLeadBack(
  district: District,
  who: Who,
  id: string,
  { at }: Call,
): Promise<void> {
  await district.database.write(readerOf(who), async (transaction) => {
    const shift = await takeShift(transaction, district, who, id);
    await setLead(transaction, id, null);
    await silence(transaction, shift, at);
  });
}

/** A shift, held, if this person may name who leads it: an activity with a team and without parts of its own. */
async function takeShift(
  transaction: WriteTransaction,
  district: District,
  who: Who,
  id: string,
): Promise<Activity> {
  const shift = await takeActivity(transaction, id);
  const { host_lineage: lineage, state } = shift;
  requireMay(who, capabilityFor['name-helpers'], { lineage });
  requireTeam(district, shift);
  requireState(state, 'name-helpers');
  return shift;
}

function requireTeam({ plan }: District, { kind, has_sessions }: Activity): void {
  if (has_sessions || !activityKind(plan, kind)?.teams) throw NoTeam();
}

/** Whoever led before need not be told any more that they do. */
async function silence(
  transaction: WriteTransaction,
  { id, led_by: before }: Activity,
  at: Date,
): Promise<void> {
  if (before === null) return;
  await settle(transaction, { subject: id, kinds: ['leads'], people: [before] }, at);
}

/**
 * The team of a shift: its members see who leads it, the lead sees their names and who has come, until the end is
 * confirmed. Never a phone number: who wants to be called gives it themselves.
 */
export async function showTeam(district: District, who: Who, id: string): Promise<Team> {
  return district.database.read(readerOf(who), async (transaction) => {
    const shift = await getActivity(transaction, id);
    const team = await listTeam(transaction, id);
    const isDesk = may(who, 'activities.read', { lineage: shift.host_lineage });
    if (!isDesk && !team.some(({ carer }) => carer === who.person)) throw NotFound();
    requireTeam(district, shift);
    const { led_by: lead, state } = shift;
    const isLead = lead === who.person;
    const names = await namesOfPeople(
      transaction,
      team.map(({ carer }) => carer),
    );
    return {
      lead: (lead && names.get(lead)) ?? null,
      is_led_by_me: isLead,
      members:
        isDesk || (isLead && state === 'published')
          ? team.map(({ carer, has_entered }) => ({
              person_id: isDesk ? carer : null,
              name: names.get(carer) ?? '',
              is_lead: carer === lead,
              has_entered,
            }))
          : null,
    };
  });
}
