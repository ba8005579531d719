import { theProgram } from '../../directory/index.ts';
import { listFactsOf, placeOf, restateFacts } from '../../facts/index.ts';
import type { District } from '../../platform/index.ts';
import type { NewWording } from '../points/index.ts';
import { countedAnew, linesOf } from './rules/lines.ts';
import {
  findUnderWay,
  insertLines,
  listLines,
  type RecalculationRow,
  takeRecalculation,
  writeRecalculation,
} from './store.ts';
import { tellCarers } from './tell-carers.ts';

/** Sixteenths of the carers, by the last digit of their ids: so that memory does not grow with the district. */
const SLICES = '0123456789abcdef';
const FACTS_RESTATED_A_STEP = 1000;
const CARERS_TOLD_A_STEP = 1000;

/**
 * One step of the recalculation that is under way: a sixteenth of its list, or of its carrying out. Gives how many
 * steps it did: 1 or 0. What a step had done before a stop it does again and changes nothing by it.
 */
export async function carryOn(district: District): Promise<number> {
  const row = await district.database.read(theProgram, findUnderWay);
  if (!row) return 0;
  const slice = SLICES[row.slices_done] ?? '0';
  if (row.state === 'counting') await listSlice(district, row, slice);
  else await restateSlice(district, row, slice);
  return 1;
}

function wordingOf({ rules, from_on, until_on, wording_of }: RecalculationRow): NewWording {
  return { rules, from: from_on, until: until_on, wordingOf: wording_of };
}

async function listSlice(
  { database, plan }: District,
  row: RecalculationRow,
  slice: string,
): Promise<void> {
  const lines = await database.read(theProgram, async (transaction) => {
    const facts = await listFactsOf(transaction, slice, await placeOf(transaction, 'points'));
    return linesOf(plan, facts, wordingOf(row));
  });
  await database.write(theProgram, async (transaction) => {
    const now = await takeRecalculation(transaction, row.id);
    if (now?.state !== 'counting' || now.slices_done !== row.slices_done) return;
    await insertLines(transaction, row.id, lines);
    await moveOn(transaction, row, { state: 'ordered', slices_done: 0 });
  });
}

async function restateSlice(
  { database, plan, clock }: District,
  row: RecalculationRow,
  slice: string,
): Promise<void> {
  const anew = await database.read(theProgram, async (transaction) => {
    const facts = await listFactsOf(transaction, slice, await placeOf(transaction, 'sequencer'));
    return countedAnew(plan, facts, wordingOf(row));
  });
  const at = clock();
  const by = { actor: row.ordered_by, reason: `按规则重新计算：${row.reason}`, at };
  for (let from = 0; from < anew.length; from += FACTS_RESTATED_A_STEP) {
    const step = anew.slice(from, from + FACTS_RESTATED_A_STEP).map(({ fact, attributes }) => ({
      fact,
      attributes: { ...attributes, recalculation: row.id },
    }));
    await database.write(theProgram, (transaction) => restateFacts(transaction, step, by));
  }
  await database.write(theProgram, async (transaction) => {
    const now = await takeRecalculation(transaction, row.id);
    if (now?.state !== 'confirmed' || now.slices_done !== row.slices_done) return;
    let after: string | undefined;
    do {
      const lines = await listLines(transaction, row.id, {
        after,
        most: CARERS_TOLD_A_STEP,
        slice,
      });
      await tellCarers(transaction, row, lines, at);
      after = lines.at(-1)?.carer_id;
    } while (after !== undefined);
    await moveOn(transaction, row, { state: 'done', done_at: at });
  });
}

/** To the next sixteenth, or to what comes after the last. */
async function moveOn(
  transaction: Parameters<typeof writeRecalculation>[0],
  { id, slices_done }: RecalculationRow,
  atLast: Parameters<typeof writeRecalculation>[2],
): Promise<void> {
  const next = slices_done + 1;
  const isLast = next === SLICES.length;
  await writeRecalculation(transaction, id, isLast ? atLast : { slices_done: next });
}
