import { isDeepStrictEqual } from 'node:util';
import { nobody } from '../../directory/index.ts';
import { type CountedFact, listFactsOfKinds, takePlace } from '../../facts/index.ts';
import { dateInShanghai, type Plan, periodsOf } from '../../plan/index.ts';
import type { District, WriteTransaction } from '../../platform/index.ts';
import { NAME } from './count-duties.ts';
import { type Asking, askedIn, askedOnOccasion } from './rules/holders.ts';
import { type Deed, definitionOf, kindsOf, tellDeeds } from './rules/tell.ts';
import {
  addAskings,
  dropAskings,
  dropDeeds,
  keepDefinition,
  listAskings,
  readDefinitions,
} from './store/periods.ts';
import { keepDeedsAnew, sumUp } from './store/progress.ts';
import { tallyPeriods } from './store/tasks.ts';

const FACTS_A_STEP = 10_000;

/** What duties need of a district. */
export type Counted = Pick<District, 'plan' | 'database' | 'clock'>;

/**
 * Opens the periods that have begun since the last look, and counts again what a change of the plan asks otherwise than
 * before. Facts are stated and placed meanwhile; the counter of duties waits, and catches up afterwards. Gives how many
 * periods it opened.
 */
export async function openPeriods({ plan, database, clock }: Counted): Promise<number> {
  const today = dateInShanghai(clock());
  const wanted = askingsOn(plan, today);
  const isUpToDate = await database.read(nobody, async (transaction) => {
    const changed = changedDuties(plan, await readDefinitions(transaction));
    const { fresh, stale } = differenceOf(wanted, await listAskings(transaction));
    return changed.length + fresh.length + stale.length === 0;
  });
  if (isUpToDate) return 0;
  return database.count(async (transaction) => {
    const place = await takePlace(transaction, NAME);
    const changed = changedDuties(plan, await readDefinitions(transaction));
    await countAgain(transaction, { plan, database, clock }, changed, place);
    const known = await listAskings(transaction);
    const kept = known.filter(({ duty }) => !changed.includes(duty));
    const { fresh, stale } = differenceOf(wanted, kept);
    await dropAskings(transaction, [
      ...known.filter(({ duty }) => changed.includes(duty)),
      ...stale,
    ]);
    await addAskings(transaction, fresh);
    await tallyPeriods(transaction, fresh);
    return fresh.length;
  });
}

/** What the plan asks in all periods that have begun. */
export function askingsOn(plan: Plan, today: string): Asking[] {
  return plan.duties.flatMap((duty) => {
    const begun = periodsOf(plan, duty).filter(({ beginsOn }) => beginsOn <= today);
    const onOccasion = duty.versions.some(({ every }) => every.kind === 'occasion');
    return [
      ...begun.map((period) => askedIn(plan, duty, period)),
      ...(onOccasion ? [askedOnOccasion(duty)] : []),
    ];
  });
}

/** Duties that are new, worded otherwise or gone. */
function changedDuties(plan: Plan, known: ReadonlyMap<string, string>): string[] {
  const now = new Map(plan.duties.map((duty) => [duty.id, definitionOf(plan, duty)]));
  const ids = new Set([...now.keys(), ...known.keys()]);
  return [...ids].filter((id) => now.get(id) !== known.get(id));
}

function differenceOf(wanted: readonly Asking[], known: readonly Asking[]) {
  const nameOf = ({ duty, period }: Asking) => `${duty} ${period}`;
  const before = new Map(known.map((asking) => [nameOf(asking), asking]));
  const after = new Map(wanted.map((asking) => [nameOf(asking), asking]));
  const differs = (one: Asking, other: Asking | undefined) => !isDeepStrictEqual(one, other);
  return {
    fresh: wanted.filter((asking) => differs(asking, before.get(nameOf(asking)))),
    stale: known.filter((asking) => differs(asking, after.get(nameOf(asking)))),
  };
}

/**
 * The deeds of some duties once more, from the log up to the counter's place. What lies there no longer changes, so the
 * next step is read and told beside what this one writes.
 */
async function countAgain(
  transaction: WriteTransaction,
  { plan, database }: Counted,
  changed: readonly string[],
  upTo: number,
): Promise<void> {
  if (changed.length === 0) return;
  await dropDeeds(transaction, changed);
  const duties = plan.duties.filter(({ id }) => changed.includes(id));
  for (const duty of duties) {
    await keepDefinition(transaction, duty.id, definitionOf(plan, duty));
  }
  const kinds = [...new Set(duties.flatMap(kindsOf))];
  const ids = new Set(changed);
  // A fact is read by every duty of a plan that counts its kind.
  const asked: Plan = { ...plan, duties };
  const excusing: Deed[] = [];
  let writing = Promise.resolve();
  for await (const facts of inSteps(database, kinds, upTo)) {
    const { deeds, occasions } = tellDeeds(asked, ids, facts);
    excusing.push(...deeds.filter(({ excuses }) => excuses !== 0));
    await writing;
    writing = keepDeedsAnew(transaction, { deeds, occasions });
    // Told beside it is what comes next; until it is waited for somebody has to listen.
    writing.catch(() => {});
  }
  await writing;
  const byFacts = duties.filter(({ counts }) => counts.distinct === undefined);
  await sumUp(
    transaction,
    byFacts.map(({ id }) => id),
    excusing,
  );
}

async function* inSteps(database: Counted['database'], kinds: readonly string[], upTo: number) {
  const read = (after: number): Promise<CountedFact[]> => {
    const step = database.read(nobody, (transaction) =>
      listFactsOfKinds(transaction, kinds, { after, upTo, most: FACTS_A_STEP }),
    );
    // Whoever waits for it is told; until then somebody has to listen.
    step.catch(() => {});
    return step;
  };
  for (let next: Promise<CountedFact[]> | undefined = read(0); next; ) {
    const facts: CountedFact[] = await next;
    const last = facts.at(-1);
    next = last && facts.length === FACTS_A_STEP ? read(last.place) : undefined;
    yield facts;
  }
}
