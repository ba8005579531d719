import { isDeepStrictEqual } from 'node:util';
import type { Words } from '../../platform/index.ts';
import type { Effective } from '../clause.ts';
import type { Plan } from '../plan.ts';
import { dayAfter, dayBefore } from '../rules/days.ts';
import { changeOf, joined, otherDetails, type Saying, statement } from './sayings.ts';

/** Two plans between which something is told apart. */
export interface Pair<Value> {
  readonly before: Value;
  readonly after: Value;
}

interface Stretch {
  readonly from: string;
  readonly until: string | undefined;
  readonly words: Words | undefined;
}

/**
 * From which day to which what holds is another than by the plan before, whatever the versions are numbered and wherever
 * they are cut: `从 2027-02-22 起，每学期 1 次改为 2 次`.
 */
export function changesOverTime<Version extends Effective>(
  versions: Pair<readonly Version[]>,
  plans: Pair<Plan>,
  sayings: readonly Saying<Version>[],
): Words[] {
  const days = cutsOf([...versions.before, ...versions.after]);
  const stretches = days.map((from, index): Stretch => {
    const was = inForceOn(versions.before, from);
    const is = inForceOn(versions.after, from);
    const next = days[index + 1];
    return {
      from,
      until: next && dayBefore(next),
      words: changeBetween({ before: was, after: is }, plans, sayings),
    };
  });
  return merged(stretches).flatMap(({ from, until, words }) =>
    words ? [onDays(from, until, words)] : [],
  );
}

/** What holds from when, of something that is new: its versions, one after the other. */
export function statementsOverTime<Version extends Effective>(
  versions: readonly Version[],
  plan: Plan,
  sayings: readonly Saying<Version>[],
): Words[] {
  return versions.map((one) =>
    onDays(
      one.effectiveFrom,
      one.effectiveUntil,
      statement(sayings.map((saying) => saying(one, plan))),
    ),
  );
}

/** What the later says otherwise; undefined where it says the same. */
export function changeBetween<Version extends Effective>(
  { before, after }: Pair<Version | undefined>,
  plans: Pair<Plan>,
  sayings: readonly Saying<Version>[],
): Words | undefined {
  if (!before) {
    if (!after) return undefined;
    const says = statement(sayings.map((saying) => saying(after, plans.after)));
    return { zh: `开始实行：${says.zh}`, en: `in force: ${says.en}` };
  }
  if (!after) return { zh: '不再实行', en: 'no longer in force' };
  const changes = sayings.flatMap(
    (saying) => changeOf(saying(before, plans.before), saying(after, plans.after)) ?? [],
  );
  if (changes.length > 0) return joined(changes);
  return isDeepStrictEqual(wordingOf(before), wordingOf(after)) ? undefined : otherDetails;
}

/** What a version says, whatever its number, its days and whose wording it is. */
export function wordingOf(one: Effective & { readonly source?: unknown }): unknown {
  const { version: _, effectiveFrom: __, effectiveUntil: ___, source: ____, ...wording } = one;
  return wording;
}

/** Days on which any of the versions begins or has ended. */
export function cutsOf(versions: readonly Effective[]): string[] {
  const days = versions.flatMap(({ effectiveFrom, effectiveUntil }) => [
    effectiveFrom,
    ...(effectiveUntil ? [dayAfter(effectiveUntil)] : []),
  ]);
  return [...new Set(days)].toSorted();
}

export function inForceOn<Version extends Effective>(
  versions: readonly Version[],
  day: string,
): Version | undefined {
  return versions.find(
    ({ effectiveFrom, effectiveUntil }) =>
      effectiveFrom <= day && (effectiveUntil === undefined || day <= effectiveUntil),
  );
}

/** Neighbours that say the same are one. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const stretch of stretches) {
    const last = found.at(-1);
    if (last && isDeepStrictEqual(last.words, stretch.words)) {
      found[found.length - 1] = { ...last, until: stretch.until };
    } else {
      found.push(stretch);
    }
  }
  return found;
}

function onDays(from: string, until: string | undefined, words: Words): Words {
  return until
    ? { zh: `从 ${from} 到 ${until}，${words.zh}`, en: `from ${from} to ${until}, ${words.en}` }
    : { zh: `从 ${from} 起，${words.zh}`, en: `as of ${from}, ${words.en}` };
}
