import { namesOfPeople, readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { type Call, ChangedMeanwhile, type District } from '../../../platform/index.ts';
import { getActivity, requireState } from '../../activities/index.ts';
import { MOST_HINTS_SHOWN } from '../limits.ts';
import { hintKinds, hintsOf } from '../rules/hints.ts';
import type { ChangeDoorRules, DoorHints, DoorRulesShape } from '../shapes.ts';
import { findDoorRule, putDoorRule } from '../store/door-rules.ts';
import { listHallCheckIns } from '../store/hall-check-ins.ts';

const nowhere = { latitude: null, longitude: null, most_metres: null };

/**
 * The host says where phones must be to check themselves in, or that it does not matter; unless somebody else did since
 * `version` was read.
 */
export async function changeDoorRules(
  district: District,
  who: Who,
  { activity: id, place, version: seen }: ChangeDoorRules & { activity: string; version: number },
  call: Call,
): Promise<DoorRulesShape> {
  return district.database.write(readerOf(who), async (transaction) => {
    const activity = await getActivity(transaction, id);
    requireMay(who, 'activities.arrange', { lineage: activity.host_lineage });
    requireState(activity.state, 'change');
    const by = { changed_by: who.person, changed_at: call.at };
    const rule = { activity_id: id, ...(place ?? nowhere), ...by };
    const version = await putDoorRule(transaction, rule, seen);
    if (version === undefined) throw ChangedMeanwhile();
    return { place, version };
  });
}

export async function showDoorRules(
  district: District,
  who: Who,
  id: string,
): Promise<DoorRulesShape> {
  return district.database.read(readerOf(who), async (transaction) => {
    const activity = await getActivity(transaction, id);
    requireMay(who, 'activities.check-in', { lineage: activity.host_lineage });
    const rule = await findDoorRule(transaction, id);
    const { latitude = null, longitude = null, most_metres = null, version = 0 } = rule ?? {};
    const isOn = latitude !== null && longitude !== null && most_metres !== null;
    return { place: isOn ? { latitude, longitude, most_metres } : null, version };
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
