import { sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../../platform/index.ts';
import type { ChangedFile } from './shapes.ts';
import type { Simulated } from './simulate.ts';

declare module '../../platform/database/tables.ts' {
  interface Tables {
    simulations: SimulationRow;
  }
}

export interface SimulationRow {
  id: string;
  asked_by: string;
  asked_at: Date;
  file: ChangedFile;
  text: string;
  on_day: string;
  state: 'running' | 'done' | 'failed';
  finished_at: Date | null;
  result: Simulated | null;
}

const MINUTES_UNTIL_LOST = 10;
const SHOWN = 20;

/** One whose program went away while it ran is lost. */
export function stateAt({ state, asked_at }: SimulationRow, at: Date): SimulationRow['state'] {
  const isLost = at.getTime() - asked_at.getTime() > MINUTES_UNTIL_LOST * 60_000;
  return state === 'running' && isLost ? 'failed' : state;
}

/** Whether one is being tried; holds others off until this transaction ends. */
export async function isAnyRunning(transaction: WriteTransaction, at: Date): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext('gongyu simulation'))`.execute(transaction);
  const rows = await transaction
    .selectFrom('simulations')
    .selectAll()
    .where('state', '=', 'running')
    .execute();
  return rows.some((row) => stateAt(row, at) === 'running');
}

export async function insertSimulation(
  transaction: WriteTransaction,
  row: Omit<SimulationRow, 'state' | 'finished_at' | 'result'>,
): Promise<void> {
  await transaction
    .insertInto('simulations')
    .values({ ...row, state: 'running', finished_at: null, result: null })
    .execute();
}

export async function finishSimulation(
  transaction: WriteTransaction,
  id: string,
  { state, finished_at, result }: Pick<SimulationRow, 'state' | 'finished_at' | 'result'>,
): Promise<void> {
  await sql`
    update simulations
       set state = ${state}, finished_at = ${finished_at},
           result = ${result === null ? null : JSON.stringify(result)}::jsonb
     where id = ${id}`.execute(transaction);
}

export async function findSimulation(
  transaction: ReadTransaction,
  id: string,
): Promise<SimulationRow | undefined> {
  return transaction.selectFrom('simulations').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The newest ones. */
export async function listSimulations(transaction: ReadTransaction): Promise<SimulationRow[]> {
  return transaction
    .selectFrom('simulations')
    .selectAll()
    .orderBy('asked_at', 'desc')
    .limit(SHOWN)
    .execute();
}
