import type { CertificateRule } from '../../plan/index.ts';
import type { District } from '../../platform/index.ts';
import { holdBalances, listTotalsAfter } from '../points/index.ts';
import { decide } from './decide.ts';
import { readSweep, writeSweep } from './store/sweeps.ts';
import { type PlannedRule, plannedRulesOn } from './what-is-asked.ts';

/** The counter waits while a step is decided; this many take it some tens of milliseconds. */
const FAMILIES_A_STEP = 2000;

/** Rules whose sweep is known to be finished, so that a quiet district asks the database nothing. */
const finished = new WeakMap<District, Set<string>>();

/**
 * On the day that a certificate's rule changes every family is looked at once by the new rule: who has the
 * points for a lower threshold already gets the certificate that day, not with the next deed. One step of it,
 * for each rule in force; gives how many families it looked at. A stop in between loses nothing: how far it has
 * come is written with what it decided, and a program that was off that day does it when it starts.
 */
export async function decideAtRuleChange(
  district: District,
  most = FAMILIES_A_STEP,
): Promise<number> {
  const known = finished.get(district) ?? new Set();
  finished.set(district, known);
  let looked = 0;
  for (const rule of plannedRulesOn(district.plan, district.clock())) {
    if (known.has(nameOf(rule))) continue;
    const step = await stepOf(district, rule, most);
    if (step === 'finished before') known.add(nameOf(rule));
    else looked += step;
  }
  return looked;
}

function nameOf({ id, effectiveFrom, threshold }: CertificateRule): string {
  return `${id} ${effectiveFrom} ${threshold}`;
}

async function stepOf(
  { database, clock }: District,
  rule: PlannedRule,
  most: number,
): Promise<number | 'finished before'> {
  return database.count(async (transaction) => {
    await holdBalances(transaction);
    const { afterStudent, isFinished } = await readSweep(transaction, rule);
    if (isFinished) return 'finished before';
    const totals = await listTotalsAfter(transaction, afterStudent, most);
    const at = clock();
    // No deed decided it, so none is named.
    await decide(transaction, rule, totals, () => null, at);
    const last = totals.at(-1)?.student ?? afterStudent;
    await writeSweep(transaction, rule, last, totals.length < most ? at : null);
    return totals.length;
  });
}
