import { namesOfPeople, readerOf, requireMay, type Who } from '../../../directory/index.ts';
import type { Call, District } from '../../../platform/index.ts';
import { getActivity, requireState } from '../../activities/index.ts';
import { MOST_HINTS_SHOWN } from '../limits.ts';
import { hintKinds, hintsOf } from '../rules/hints.ts';
import type { DoorHints, DoorRulesShape } from '../shapes.ts';
import {
  dropDoorRule,
  findDoorRules,
  keepDoorRule,
  listHallCheckIns,
} from '../store/hall-check-ins.ts';

/** The host says where phones must be to check themselves in, or that it does not matter. */
export async function changeDoorRules(
  district: District,
  who: Who,
  { activity: id, place }: DoorRulesShape & { activity: string },
  call: Call,
): Promise<DoorRulesShape> {
  await district.database.write(readerOf(who), async (transaction) => {
    const activity = await getActivity(transaction, id);
    requireMay(who, 'activities.arrange', { lineage: activity.host_lineage });
    requireState(activity.state, 'change');
    if (!place) return dropDoorRule(transaction, id);
    const by = { changed_by: who.person, changed_at: call.at };
    await keepDoorRule(transaction, { activity_id: id, ...place, ...by });
  });
  return { place };
}

export async function showDoorRules(
  district: District,
  who: Who,
  id: string,
): Promise<DoorRulesShape> {
  return district.database.read(readerOf(who), async (transaction) => {
    const activity = await getActivity(transaction, id);
    requireMay(who, 'activities.check-in', { lineage: activity.host_lineage });
    const rule = (await findDoorRules(transaction, [id])).get(id);
    if (!rule) return { place: null };
    const { latitude, longitude, most_metres } = rule;
    return { place: { latitude, longitude, most_metres } };
  });
}

/** What may be worth a look among those who used the hall's code. */
export async function showDoorHints(district: District, who: Who, id: string): Promise<DoorHints> {
  return district.database.read(readerOf(who), async (transaction) => {
    const activity = await getActivity(transaction, id);
    requireMay(who, 'activities.correct', { lineage: activity.host_lineage });
    const hints = hintsOf(await listHallCheckIns(transaction, id)).slice(-MOST_HINTS_SHOWN);
    const names = await namesOfPeople(
      transaction,
      hints.flatMap(({ carers }) => carers),
    );
    return {
      items: hints.map(({ kind, at, carers }) => ({
        kind,
        words: hintKinds[kind],
        at: at.toISOString(),
        carers: carers.map((carer) => names.get(carer) ?? ''),
      })),
    };
  });
}
