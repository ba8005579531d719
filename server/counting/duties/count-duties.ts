import type { CountedFact, Counter } from '../../facts/index.ts';
import { holdersOf, type Plan } from '../../plan/index.ts';
import type { WriteTransaction } from '../../platform/index.ts';
import { type Deed, type Told, tell } from './rules/tell.ts';
import {
  changingTasks,
  keepDeeds,
  keepKinds,
  keepMoves,
  keepOccasions,
  keepPlaces,
  whoStaysAt,
} from './store/progress.ts';
import { type Scope, tallyScope } from './store/tasks.ts';
import { aroundChanged } from './store/versions.ts';

export const NAME = 'duties';

/**
 * The counter of duties: who there is, what was done, and the tallies of every place, in the transaction that moves its
 * place in the log. Whatever facts may change is taken out of the tallies, changed, and put in again: a tally is the
 * sum of its tasks, whatever the order of facts. A batch costs the tasks that it changes, not the tasks that there are.
 */
export function dutiesCounter(plan: Plan): Counter {
  const ofOrganisations = new Set(
    plan.duties.filter((duty) => holdersOf(duty) === 'organisation').map(({ id }) => id),
  );
  return {
    name: NAME,
    async count(transaction, facts) {
      const told = tell(plan, facts);
      await keepKinds(transaction, newKinds(facts));
      const scope = await scopeOf(transaction, told);
      await tallyScope(transaction, scope, -1);
      await keepTold(transaction, told);
      await tallyScope(transaction, scope, 1);
      // Who carries the work is shown by how much each did, also beyond what was asked.
      const did = told.deeds.filter(({ duty }) => ofOrganisations.has(duty));
      await aroundChanged(transaction, [...new Set(did.map(({ holder }) => holder))]);
      return facts;
    },
  };
}

async function keepTold(transaction: WriteTransaction, told: Told): Promise<void> {
  await keepPlaces(transaction, told.places);
  await keepMoves(transaction, told.moves);
  await keepOccasions(transaction, told.occasions);
  await keepDeeds(transaction, told.deeds);
}

/** The tasks that the facts may change. */
async function scopeOf(transaction: WriteTransaction, told: Told): Promise<Scope> {
  const { places, moves, deeds, occasions } = told;
  const concerned = await whoStaysAt(
    transaction,
    places.map(({ id }) => id),
  );
  const moved = moves.map(({ holder }) => holder);
  const asked = occasions.map(({ duty, key, holder }) => ({ duty, period: key, holder }));
  const changed = deeds.length > 0 ? await changingTasks(transaction, deeds) : [];
  return {
    holders: [...new Set([...concerned, ...moved])],
    tasks: [...asked, ...changed],
    within: deeds.filter(({ excuses }) => excuses !== 0).map(keyOf),
  };
}

function keyOf({ duty, period, holder }: Deed) {
  return { duty, period, holder };
}

function newKinds(facts: readonly CountedFact[]): string[] {
  return [...new Set(facts.map(({ kind }) => kind))];
}
