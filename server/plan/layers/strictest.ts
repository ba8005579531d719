import type { Duty, DutySource, DutyVersion } from '../duty.ts';
import { dayAfter, dayBefore } from '../rules/days.ts';

/**
 * One duty for all who ask for it under the same id: on each day the strictest wording binds, and says whose it is.
 * Strictest is the larger amount; at the same amount, the larger share. Each asks of the same holders by the same facts.
 */
export function strictest(asked: readonly [Duty, ...Duty[]]): Duty {
  const [nearest] = asked;
  if (asked.length === 1) return nearest;
  const versions = stretchesOf(asked.flatMap((duty) => duty.versions)).map(
    (days, index): DutyVersion => ({
      ...bindingOn(asked, days.effectiveFrom),
      version: index + 1,
      ...days,
    }),
  );
  const isPublic = asked.every((one) => one.isPublic);
  return { ...nearest, isPublic, sources: uniqueSources(asked), versions };
}

interface Days {
  readonly effectiveFrom: string;
  readonly effectiveUntil?: string;
}

/** The days of all versions, cut wherever one of them begins or ends. */
function stretchesOf(versions: readonly DutyVersion[]): Days[] {
  const cuts = [
    ...new Set(
      versions.flatMap(({ effectiveFrom, effectiveUntil }) => [
        effectiveFrom,
        ...(effectiveUntil ? [dayAfter(effectiveUntil)] : []),
      ]),
    ),
  ].toSorted();
  return cuts.flatMap((effectiveFrom, index) => {
    const next = cuts[index + 1];
    if (!versions.some((one) => isInForce(one, effectiveFrom))) return [];
    return [{ effectiveFrom, ...(next && { effectiveUntil: dayBefore(next) }) }];
  });
}

function bindingOn(asked: readonly Duty[], day: string): DutyVersion {
  const inForce = asked.flatMap(({ versions }) => versions.filter((one) => isInForce(one, day)));
  const [strict] = inForce.toSorted(
    (one, other) => other.target - one.target || other.enough - one.enough,
  );
  if (!strict) throw new Error(`No version of ${asked[0]?.id} is in force on ${day}.`);
  const { effectiveUntil: _, ...rest } = strict;
  return { ...rest, enough: Math.max(...inForce.map(({ enough }) => enough)) };
}

function isInForce({ effectiveFrom, effectiveUntil }: Days, day: string): boolean {
  return effectiveFrom <= day && (effectiveUntil === undefined || day <= effectiveUntil);
}

function uniqueSources(asked: readonly Duty[]): DutySource[] {
  return asked.flatMap(({ sources }) => sources);
}
