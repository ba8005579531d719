import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { familyTraits, theProgram } from '../../directory/index.ts';
import { streamDeeds } from '../../facts/index.ts';
import { dateInShanghai, type Plan } from '../../plan/index.ts';
import type { District, ReadTransaction } from '../../platform/index.ts';
import { type FamilyLinks, streamFamilies } from '../points/index.ts';
import { relievedCarers } from '../reliefs/index.ts';
import type { Told } from './count-worker.ts';
import { attributesAsked, kindsAsked } from './rules/count-deeds.ts';
import type { FairnessTable } from './rules/fairness.ts';
import { frozenOn, lastBeginning } from './rules/frozen.ts';
import { dimensions, groupsOf } from './rules/groups.ts';
import type { SimulatedFamily, SimulationStart } from './rules/simulation.ts';

export interface Simulated extends FairnessTable {
  /** The day whose wording was counted for either side. */
  readonly before_day: string;
  readonly after_day: string;
}

/**
 * Counts the whole district by the plan in force and by a changed one, each as if its wording of one day had always
 * held. Reads one snapshot and changes nothing. `on`: the day whose wording of the changed plan counts; the day on
 * which its last rule begins if not given.
 */
export async function simulate(
  { database, plan, clock }: District,
  changed: Plan,
  on?: string,
): Promise<Simulated> {
  const today = dateInShanghai(clock());
  const after_day = on ?? lastBeginning(changed, today);
  const [before, after] = [frozenOn(plan, today), frozenOn(changed, after_day)];
  const plans = [before.plan, after.plan];
  const start: SimulationStart = {
    ...{ before, after, today, dimensions },
    attributes: attributesAsked(plans),
  };
  const table = await inThread(start, (tell) =>
    database.read(theProgram, async (transaction) => {
      for await (const deeds of streamDeeds(transaction, kindsAsked(plans), start.attributes)) {
        await tell({ deeds });
      }
      for await (const links of streamFamilies(transaction)) {
        await tell({ families: await familiesOf(transaction, links, changed, today) });
      }
    }),
  );
  return { ...table, before_day: today, after_day };
}

/** What the counting needs of families, with the groups that they are in. */
async function familiesOf(
  transaction: ReadTransaction,
  links: readonly FamilyLinks[],
  plan: Plan,
  today: string,
): Promise<SimulatedFamily[]> {
  const students = links.map(({ student }) => student);
  const carers = links.flatMap((link) => link.carers);
  const traits = await familyTraits(transaction, students);
  const relieved = await relievedCarers(transaction, [...new Set(carers)], today);
  const traitsOf = new Map(traits.map((one) => [one.student, one]));
  return links.map((link) => {
    const own = link.carers.flatMap((carer) => relieved.get(carer) ?? []);
    return {
      carers: link.carers,
      arrivedOn: link.arrivedOn,
      relieved: {
        leaveMonths: own.reduce((sum, { leaveMonths }) => sum + leaveMonths, 0),
        disability: own.some(({ disability }) => disability),
      },
      groups: groupsOf(plan, link, traitsOf.get(link.student)),
    };
  });
}

type Tell = (told: Exclude<Told, 'end'>) => Promise<void>;

/** Runs the counting beside the reading; a failure of either ends both. */
async function inThread(
  start: SimulationStart,
  read: (tell: Tell) => Promise<void>,
): Promise<FairnessTable> {
  const thread = new Worker(new URL('./count-worker.ts', import.meta.url), { workerData: start });
  try {
    // While the thread counts one batch the database makes the next. `once` fails when the thread does.
    let counted: Promise<unknown> = Promise.resolve();
    await read(async (told) => {
      await counted;
      counted = once(thread, 'message');
      // Awaited with the next batch, or at the end: until then a failure waits too.
      counted.catch(() => {});
      thread.postMessage(told);
    });
    await counted;
    const ended = once(thread, 'message');
    thread.postMessage('end' satisfies Told);
    const [{ table }] = (await ended) as [{ table: FairnessTable }];
    return table;
  } finally {
    await thread.terminate();
  }
}
