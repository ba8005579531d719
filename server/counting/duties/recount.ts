import { takePlace } from '../../facts/index.ts';
import { type Duty, dateInShanghai, type Plan, periodsOf } from '../../plan/index.ts';
import { NAME } from './count-duties.ts';
import type { Counted } from './open-periods.ts';
import { askedIn, askedOnOccasion } from './rules/holders.ts';
import { type AskingAgain, createAgain, differencesAgain, fillAgain } from './store/again.ts';

/** A figure of a board that the facts do not give, or the other way round. */
export interface DutyDifference {
  readonly what: 'duty';
  /** Such as `in-home-visit in 2026-2027-1 due on 2027-01-22 at organisation …`. */
  readonly about: string;
  /** `tasks done excused done-late`, or tasks done in a week. */
  readonly counted: string;
  readonly recounted: string;
}

/**
 * Starts again from the facts alone and compares every figure of the boards with what was counted as the facts
 * arrived, up to the counter's place. Written to be obvious, not fast: who was there on the due day, what was done for
 * each, how many that makes at each place. `only` names periods; missing: all.
 */
export async function recountDuties(
  { plan, database, clock }: Counted,
  only?: readonly string[],
): Promise<DutyDifference[]> {
  const asked = askedUntil(plan, dateInShanghai(clock())).filter(
    ({ period }) => only === undefined || only.includes(period),
  );
  return database.count(async (transaction) => {
    // Nothing is counted while this looks.
    const upTo = await takePlace(transaction, NAME);
    await createAgain(transaction, plan, asked);
    await fillAgain(transaction, upTo);
    return (await differencesAgain(transaction)).map(differenceOf);
  });
}

function askedUntil(plan: Plan, today: string): AskingAgain[] {
  return plan.duties.flatMap((duty) => [
    ...periodsOf(plan, duty)
      .filter(({ beginsOn }) => beginsOn <= today)
      .map((period) => ({
        ...askedIn(plan, duty, period),
        begins_on: period.beginsOn,
        collects_until: period.collectsUntil,
      })),
    ...(isOnOccasion(duty)
      ? [{ ...askedOnOccasion(duty), begins_on: null, collects_until: null }]
      : []),
  ]);
}

function isOnOccasion({ versions }: Duty): boolean {
  return versions.some(({ every }) => every.kind === 'occasion');
}

interface FigureDiffering {
  readonly duty: string;
  readonly period: string;
  /** `due on …`, or `done in the week of …`. */
  readonly day: string;
  readonly place: string;
  readonly counted: string | null;
  readonly recounted: string | null;
}

function differenceOf({ duty, period, day, place, ...found }: FigureDiffering): DutyDifference {
  return {
    what: 'duty',
    about: `${duty} in ${period} ${day} at organisation ${place}`,
    counted: found.counted ?? 'nothing',
    recounted: found.recounted ?? 'nothing',
  };
}
