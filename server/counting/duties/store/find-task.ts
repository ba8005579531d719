import { sql } from 'kysely';
import type { ReadTransaction } from '../../../platform/index.ts';
import { doneOn, type Task, type TaskKey, tasksIn } from './tasks.ts';

/** One holder's task; undefined where the duty asks nothing of them in that period, or on that occasion. */
export async function findTask(
  transaction: ReadTransaction,
  key: TaskKey,
): Promise<Task | undefined> {
  const { rows } = await sql<Task>`
    select duty, period, holder, place, due_on, quantity, target, done, excused,
           ${doneOn} as done_on
      from (${tasksIn({ holders: [], tasks: [key], within: [] })}) as task
     order by due_on limit 1`.execute(transaction);
  return rows[0];
}
