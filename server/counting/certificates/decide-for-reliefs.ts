import { theProgram } from '../../directory/index.ts';
import type { District } from '../../platform/index.ts';
import { holdBalances, totalsOfFamiliesOf } from '../points/index.ts';
import { isAnyUncounted, markCounted, takeUncounted } from '../reliefs/index.ts';
import { decide } from './decide.ts';
import { plannedRulesOn } from './what-is-asked.ts';

const RELIEFS_A_STEP = 200;

/**
 * Of whom a relief was just approved less is asked: the carer's families that have so much already get their
 * certificate now, not with the next deed. Gives how many reliefs it looked at.
 */
export async function decideForReliefs({ database, plan, clock }: District): Promise<number> {
  if (!(await database.read(theProgram, isAnyUncounted))) return 0;
  return database.count(async (transaction) => {
    await holdBalances(transaction);
    const reliefs = await takeUncounted(transaction, RELIEFS_A_STEP);
    const carers = [...new Set(reliefs.map(({ carer_id }) => carer_id))];
    const totals = await totalsOfFamiliesOf(transaction, carers);
    const at = clock();
    // No deed decided it, so none is named.
    for (const rule of plannedRulesOn(plan, at)) {
      await decide(transaction, rule, totals, () => null, at);
    }
    const ids = reliefs.map(({ id }) => id);
    await markCounted(transaction, ids, at);
    return reliefs.length;
  });
}
