import { type Plan, periodsOf } from '../../plan/index.ts';
import type { ReadTransaction } from '../../platform/index.ts';
import { findTask } from './store/find-task.ts';
import { listTallies } from './store/tallies.ts';
import type { Task, TaskKey } from './store/tasks.ts';

/** One holder's task; or, of an organisation that has none of its own, all tasks at it and below it. */
interface TaskToExcuse {
  readonly kind: 'student' | 'staff' | 'organisation' | 'body';
  readonly isAll: boolean;
  readonly place: string;
  readonly dueOn: string | null;
  readonly standing: 'open' | 'done' | 'excused';
}

/** What an excuse would be about; undefined where nothing is asked for. */
export async function taskToExcuse(
  transaction: ReadTransaction,
  plan: Plan,
  key: TaskKey,
): Promise<TaskToExcuse | undefined> {
  const duty = plan.duties.find(({ id }) => id === key.duty);
  if (!duty) return undefined;
  const [first] = duty.whose.kinds;
  const kind =
    first === 'student' || first === 'staff' || first === 'body' ? first : 'organisation';
  const task = await findTask(transaction, key);
  if (task) return { ...shown(task), kind, isAll: false };
  // What each organisation owes itself is excused one by one, and so is what an occasion asks.
  if (kind === 'organisation' || !periodsOf(plan, duty).some(({ id }) => id === key.period)) {
    return undefined;
  }
  const tallies = await listTallies(transaction, [key.holder], [key.period]);
  const own = tallies.filter((tally) => tally.duty === key.duty);
  const sum = (field: 'tasks' | 'done' | 'excused') =>
    own.reduce((total, tally) => total + tally[field], 0);
  const tasks = sum('tasks');
  if (tasks === 0) return undefined;
  const isOpen = sum('done') + sum('excused') < tasks;
  const standing = isOpen ? 'open' : sum('done') === tasks ? 'done' : 'excused';
  return { kind: 'organisation', isAll: true, place: key.holder, dueOn: null, standing };
}

function shown({ place, due_on, done, excused }: Task) {
  const standing = done ? ('done' as const) : excused ? ('excused' as const) : ('open' as const);
  return { place, dueOn: due_on, standing };
}
