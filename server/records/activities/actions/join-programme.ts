import {
  type ChildOfCarer,
  childrenOfCarers,
  may,
  namesOfOrganisations,
  readerOf,
  type Who,
} from '../../../directory/index.ts';
import { type Call, type District, NotFound, Refusal } from '../../../platform/index.ts';
import { recordSignUp } from '../gather-sign-ups.ts';
import { isInvited } from '../rules/audience.ts';
import { placesLeft } from '../rules/household.ts';
import type { ProgrammeDetail, SignedUpForProgramme } from '../shapes.ts';
import { getProgramme, listDates } from '../store/programmes.ts';
import { listOwnRegistrations } from '../store/registrations.ts';
import { withFiguresOfSessions } from '../store/sessions.ts';
import type { Activity } from '../tables.ts';
import { programmeShown } from './arrange-programme.ts';

/**
 * A programme with its dates: for staff who see the host's activities all of them, for a carer those to which a child
 * of theirs is invited. Anybody else does not find it.
 */
export async function showProgramme(
  { database, plan }: District,
  who: Who,
  id: string,
): Promise<ProgrammeDetail> {
  return database.read(readerOf(who), async (transaction) => {
    const programme = await getProgramme(transaction, id);
    const lineage = programme.host_lineage;
    const isDesk = may(who, 'activities.read', { lineage });
    const children = await childrenOfCarers(transaction, [who.person]);
    const all = await withFiguresOfSessions(transaction, await listDates(transaction, id));
    const dates = all.filter((one) => isDesk || isForThem(one, children));
    if (!isDesk && dates.length === 0) throw NotFound();
    const own = await listOwnRegistrations(transaction, who.person, {
      activities: dates.map((one) => one.id),
      most: Math.max(1, dates.length),
    });
    const mine = new Map(own.map(({ activity_id, state }) => [activity_id, state]));
    const names = await namesOfOrganisations(transaction, [programme.host_id]);
    return {
      ...programmeShown(plan, programme, names),
      version: programme.version,
      may_arrange: may(who, 'activities.arrange', { lineage }),
      dates: dates.map((one) => ({
        activity_id: one.id,
        title: one.title,
        begins_at: one.begins_at.toISOString(),
        ends_at: one.ends_at.toISOString(),
        place: one.place,
        state: one.state,
        places_left: placesLeft(one),
        registration: mine.get(one.id) ?? null,
        student_ids: children
          .filter((child) => isInvited(one, child))
          .map(({ student }) => student),
      })),
    };
  });
}

function isForThem(activity: Activity, children: readonly ChildOfCarer[]): boolean {
  const isShown = activity.state !== 'draft' && activity.state !== 'cancelled';
  return isShown && children.some((child) => isInvited(activity, child));
}

/**
 * Signs the family up for all dates that are still to come, each as if it were pressed by itself: where places are it
 * has them, where none are it waits, and what is refused says why without hindering the others. A date for which it is
 * signed up already stays as it is.
 */
export async function signUpForProgramme(
  district: District,
  who: Who,
  asked: { programme: string; students: readonly string[] },
  call: Call,
): Promise<SignedUpForProgramme> {
  const { dates } = await showProgramme(district, who, asked.programme);
  const coming = dates.filter(
    ({ state, ends_at }) => state === 'published' && Date.parse(ends_at) > call.at.getTime(),
  );
  const { idempotency: _, ...plainCall } = call;
  const items: SignedUpForProgramme['items'] = [];
  // One after the other: the first place of a family counts in the order of the waiting lists that follow.
  for (const { activity_id, title, begins_at, ends_at, student_ids, registration } of coming) {
    const date = { activity_id, title, begins_at, ends_at };
    if (registration !== null) {
      items.push({ ...date, state: registration, waiting_position: null, problem: null });
      continue;
    }
    const outcome = await recordSignUp(district, activity_id, {
      who,
      carer: who.person,
      students: asked.students.filter((child) => student_ids.includes(child)),
      role: undefined,
      answers: [],
      call: plainCall,
    });
    if (outcome instanceof Refusal) {
      items.push({ ...date, state: null, waiting_position: null, problem: outcome.kind.title });
    } else {
      const { state, waiting_position } = outcome;
      items.push({ ...date, state, waiting_position, problem: null });
    }
  }
  return { items };
}
