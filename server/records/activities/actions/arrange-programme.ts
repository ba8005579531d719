import {
  namesOfOrganisations,
  reachOf,
  readerOf,
  requireMay,
  type Who,
} from '../../../directory/index.ts';
import { dateInShanghai, type Plan, type Term } from '../../../plan/index.ts';
import { type Call, type District, newId } from '../../../platform/index.ts';
import { copyHeld } from '../copy-held.ts';
import type { AlsoCopy } from '../door-options.ts';
import { getHost } from '../hosts-and-guests.ts';
import { MOST_PROGRAMMES_SHOWN } from '../limits.ts';
import { NotADate, TermUnknown } from '../refusals.ts';
import { correspondingDay } from '../rules/corresponding-day.ts';
import type { CopyProgramme, NewProgramme, Programmes, ProposedDates } from '../shapes.ts';
import { takeActivity } from '../store/activities.ts';
import {
  getProgramme,
  insertProgramme,
  listDates,
  listProgrammes,
  type Programme,
  setDates,
} from '../store/programmes.ts';

/** A named programme of a host within a term; it has no dates yet. */
export async function createProgramme(
  district: District,
  who: Who,
  asked: NewProgramme,
  call: Call,
): Promise<{ id: string }> {
  return district.database.write(
    readerOf(who),
    async (transaction) => {
      const { organisation } = await getHost(transaction, asked.host_id);
      requireMay(who, 'activities.arrange', { lineage: organisation.lineage });
      requireTerm(district.plan, asked.term_id);
      const id = newId();
      await insertProgramme(transaction, {
        id,
        host_id: organisation.id,
        host_lineage: organisation.lineage,
        name: asked.name.trim(),
        summary: asked.summary?.trim() ?? '',
        term: asked.term_id,
        copied_from: null,
        version: 1,
        made_by: who.person,
        made_at: call.at,
      });
      return { id };
    },
    call,
  );
}

/** Programmes of the hosts in reach. */
export async function browseProgrammes(
  { database, plan }: District,
  who: Who,
): Promise<Programmes> {
  return database.read(readerOf(who), async (transaction) => {
    const within = reachOf(who, 'activities.read');
    const programmes = await listProgrammes(transaction, within, MOST_PROGRAMMES_SHOWN);
    const names = await namesOfOrganisations(transaction, [
      ...new Set(programmes.map(({ host_id }) => host_id)),
    ]);
    return {
      items: programmes.map((one) => ({ ...programmeShown(plan, one, names), dates: one.dates })),
    };
  });
}

/** What every answer says of a programme. */
export function programmeShown(
  plan: Plan,
  { id, name, summary, host_id, term }: Programme,
  names: ReadonlyMap<string, string>,
) {
  return {
    id,
    name,
    summary,
    host_id,
    host_name: names.get(host_id) ?? '',
    term_id: term,
    term_name: plan.terms.find((one) => one.id === term)?.name ?? { zh: term, en: term },
  };
}

/** The host says which of its activities are dates of the programme. */
export async function chooseDates(
  district: District,
  who: Who,
  asked: { programme: string; activities: readonly string[] },
): Promise<void> {
  await district.database.write(readerOf(who), async (transaction) => {
    const programme = await getProgramme(transaction, asked.programme);
    requireMay(who, 'activities.arrange', { lineage: programme.host_lineage });
    for (const id of asked.activities.toSorted()) {
      const activity = await takeActivity(transaction, id);
      if (activity.host_id !== programme.host_id || activity.part_of) throw NotADate();
    }
    await setDates(transaction, programme, asked.activities);
  });
}

/** What another term's programme would be, to be looked at before it is made. */
export async function proposeDates(
  { database, plan }: District,
  who: Who,
  asked: { programme: string; term: string },
  { at }: Call,
): Promise<ProposedDates> {
  return database.read(readerOf(who), async (transaction) => {
    const programme = await getProgramme(transaction, asked.programme);
    requireMay(who, 'activities.arrange', { lineage: programme.host_lineage });
    const from = requireTerm(plan, programme.term);
    const to = requireTerm(plan, asked.term);
    const today = dateInShanghai(at);
    const dates = await listDates(transaction, programme.id);
    return {
      items: dates
        .filter(({ state }) => state !== 'cancelled')
        .map((activity) => {
          const held = dateInShanghai(activity.begins_at);
          const { day, leftOut } = correspondingDay(plan, held, { from, to, today });
          return {
            activity_id: activity.id,
            title: activity.title,
            begins_at: activity.begins_at.toISOString(),
            day,
            left_out: leftOut,
          };
        }),
    };
  });
}

/** Drafts the programme again in another term, on the days that were looked at. All or none. */
export async function copyProgramme(
  district: District,
  who: Who,
  asked: CopyProgramme & { programme: string },
  call: Call,
  alsoCopy: AlsoCopy,
): Promise<{ id: string; made: number }> {
  return district.database.write(
    readerOf(who),
    async (transaction) => {
      const programme = await getProgramme(transaction, asked.programme);
      requireMay(who, 'activities.arrange', { lineage: programme.host_lineage });
      requireTerm(district.plan, asked.term_id);
      const id = newId();
      await insertProgramme(transaction, {
        ...programme,
        id,
        term: asked.term_id,
        copied_from: programme.id,
        version: 1,
        made_by: who.person,
        made_at: call.at,
      });
      for (const { activity_id, day } of asked.dates) {
        const activity = await takeActivity(transaction, activity_id);
        if (activity.programme_id !== programme.id) throw NotADate();
        // Another term's dates are no further times of last term's.
        const copied = { ...activity, series_id: null, programme_id: id };
        await copyHeld(transaction, who, copied, { days: [day], alsoCopy }, call);
      }
      return { id, made: asked.dates.length };
    },
    call,
  );
}

function requireTerm(plan: Plan, id: string): Term {
  const term = plan.terms.find((one) => one.id === id);
  if (!term) throw TermUnknown();
  return term;
}
