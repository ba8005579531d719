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
import { LeadsAlready, NoTeam, NotInTheTeam } from '../session-refusals.ts';
import type { Team } from '../shapes.ts';
import { capabilityFor } from '../states.ts';
import { getActivity, takeActivity } from '../store/activities.ts';
import { type Leading, listTeam, setLeading } from '../store/team.ts';
import type { Activity } from '../tables.ts';
import { tellFamilies } from '../tell-families.ts';

export type TeamPost = 'lead' | 'deputy';

/**
 * The host says who leads the team of a shift, or who does while the lead is away: one of those who have a place in it.
 * They are told. A deputy who is named lead is deputy no more.
 */
export async function nameLead(
  district: District,
  who: Who,
  asked: { shift: string; person: string; post: TeamPost },
  { at }: Call,
): Promise<void> {
  const { shift: id, person, post } = asked;
  await district.database.write(readerOf(who), async (transaction) => {
    const shift = await takeShift(transaction, district, who, id);
    const { led_by, deputy_id } = shift;
    if ((post === 'lead' ? led_by : deputy_id) === person) return;
    const team = await listTeam(transaction, id);
    if (!team.some(({ carer }) => carer === person)) throw NotInTheTeam();
    if (post === 'deputy' && led_by === person) throw LeadsAlready();
    const next =
      post === 'deputy'
        ? { led_by, deputy_id: person }
        : { led_by: person, deputy_id: deputy_id === person ? null : deputy_id };
    await changeLeading(transaction, shift, next, at);
    await tellFamilies(transaction, shift, {
      ...{ kind: kindOf[post], deed: at.toISOString(), people: [{ person }], at },
      params: { place: shift.place, begins_at: shift.begins_at.toISOString() },
    });
  });
}

const kindOf = { lead: 'leads', deputy: 'deputises' } as const;

/** The host takes the naming back; the volunteer keeps the place. */
export async function takeLeadBack(
  district: District,
  who: Who,
  { shift: id, post }: { shift: string; post: TeamPost },
  { at }: Call,
): Promise<void> {
  await district.database.write(readerOf(who), async (transaction) => {
    const shift = await takeShift(transaction, district, who, id);
    const { led_by, deputy_id } = shift;
    const next = post === 'lead' ? { led_by: null, deputy_id } : { led_by, deputy_id: null };
    await changeLeading(transaction, shift, next, at);
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
async function changeLeading(
  transaction: WriteTransaction,
  { id, ...before }: Activity,
  next: Leading,
  at: Date,
): Promise<void> {
  await setLeading(transaction, id, next);
  const ended = [
    { person: before.led_by, still: next.led_by, kind: kindOf.lead },
    { person: before.deputy_id, still: next.deputy_id, kind: kindOf.deputy },
  ];
  for (const { person, still, kind } of ended) {
    if (person === null || person === still) continue;
    await settle(transaction, { subject: id, kinds: [kind], people: [person] }, at);
  }
}

/**
 * The team of a shift: its members see who leads it, the lead and the deputy see their names and who has come, until the
 * end is confirmed. Never a phone number: who wants to be called gives it themselves.
 */
export async function showTeam(district: District, who: Who, id: string): Promise<Team> {
  return district.database.read(readerOf(who), async (transaction) => {
    const shift = await getActivity(transaction, id);
    const team = await listTeam(transaction, id);
    const isDesk = may(who, 'activities.read', { lineage: shift.host_lineage });
    if (!isDesk && !team.some(({ carer }) => carer === who.person)) throw NotFound();
    requireTeam(district, shift);
    const { led_by: lead, deputy_id: deputy, state } = shift;
    const leads = lead === who.person || deputy === who.person;
    const names = await namesOfPeople(
      transaction,
      team.map(({ carer }) => carer),
    );
    return {
      lead: (lead && names.get(lead)) ?? null,
      is_led_by_me: lead === who.person,
      deputy: (deputy && names.get(deputy)) ?? null,
      is_deputised_by_me: deputy === who.person,
      members:
        isDesk || (leads && state === 'published')
          ? team.map(({ carer, has_entered }) => ({
              person_id: isDesk ? carer : null,
              name: names.get(carer) ?? '',
              is_lead: carer === lead,
              is_deputy: carer === deputy,
              has_entered,
            }))
          : null,
    };
  });
}
