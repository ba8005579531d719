import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reachOf, readerOf, theProgram, type Who } from '../../../directory/index.ts';
import { dateInShanghai, loadPlan, type Plan, PlanError } from '../../../plan/index.ts';
import { type Call, type District, NotAllowed, newId } from '../../../platform/index.ts';
import { MistakesInPlan, OneAtATime } from '../refusals.ts';
import { lastBeginning } from '../rules/frozen.ts';
import type { ChangedFile, TrySimulation } from '../shapes.ts';
import { simulate } from '../simulate.ts';
import { finishSimulation, insertSimulation, isAnyRunning } from '../store.ts';

/** A file of the plan in force, to begin a change with. */
export async function showPlanText(
  { plan }: District,
  who: Who,
  file: ChangedFile,
): Promise<{ file: ChangedFile; text: string }> {
  if (reachOf(who, 'rules.simulate').length === 0) throw NotAllowed();
  return { file, text: await readFile(join(plan.folder, `${file}.yaml`), 'utf8') };
}

/**
 * Checks a changed file as the plan's loader does, and begins to try it. Gives its id at once; the counting goes on
 * beside the requests, and its end is written down.
 */
export async function tryChange(
  district: District,
  who: Who,
  { file, text, on }: TrySimulation,
  call: Call,
): Promise<{ id: string }> {
  if (reachOf(who, 'rules.simulate').length === 0) throw NotAllowed();
  const changed = await checked(district, file, text);
  const on_day = on ?? lastBeginning(changed, dateInShanghai(call.at));
  const begun = await district.database.write(
    readerOf(who),
    async (transaction) => {
      if (await isAnyRunning(transaction, call.at)) throw OneAtATime();
      const id = newId();
      const row = { id, asked_by: who.person, asked_at: call.at, file, text, on_day };
      await insertSimulation(transaction, row);
      return { id };
    },
    call,
  );
  void finish(district, begun.id, changed, on_day);
  return begun;
}

async function checked({ plan }: District, file: ChangedFile, text: string): Promise<Plan> {
  try {
    return await loadPlan(plan.folder, { [file]: text });
  } catch (error) {
    if (error instanceof PlanError) throw MistakesInPlan(error.problems);
    throw error;
  }
}

async function finish(district: District, id: string, changed: Plan, on: string): Promise<void> {
  const write = (state: 'done' | 'failed', result: Awaited<ReturnType<typeof simulate>> | null) =>
    district.database.write(theProgram, (transaction) =>
      finishSimulation(transaction, id, { state, finished_at: district.clock(), result }),
    );
  try {
    await write('done', await simulate(district, changed, on));
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${said}\n`);
    // Where even this fails the program is ending; it counts as lost after its time.
    await write('failed', null).catch(() => {});
  }
}
