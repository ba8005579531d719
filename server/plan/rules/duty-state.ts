/**
 * How far a task is, or all the tasks of an organisation together. Decided here and nowhere else: pages, reminders,
 * exports and inspection ask this function.
 */
export type DutyState =
  | 'none'
  | 'unrecorded'
  | 'done'
  | 'done-late'
  | 'excused'
  | 'due'
  | 'amber'
  | 'late';

/** Tasks counted together; for one task `tasks` is 1. */
export interface TaskCounts {
  readonly tasks: number;
  readonly done: number;
  /** Of the done those that were done on a day on which they were late. */
  readonly doneLate: number;
  /** Excused and not done. */
  readonly excused: number;
}

/** When it turns, and how much of it is enough. */
export interface TaskDays {
  readonly amberOn: string;
  readonly redOn: string;
  /** Percentage of the tasks that are not excused. */
  readonly enough: number;
}

/**
 * `today` is a day in China. `isRecorded`: facts of the kind that counts have ever been stated here; before that nobody
 * is behind, for the program cannot know.
 */
export function dutyState(
  { tasks, done, doneLate, excused }: TaskCounts,
  { amberOn, redOn, enough }: TaskDays,
  today: string,
  isRecorded: boolean,
): DutyState {
  if (tasks === 0) return 'none';
  if (!isRecorded) return 'unrecorded';
  if (excused === tasks) return 'excused';
  const needed = neededOf(tasks - excused, enough);
  if (done - doneLate >= needed) return 'done';
  if (done >= needed) return 'done-late';
  if (today >= redOn) return 'late';
  return today >= amberOn ? 'amber' : 'due';
}

/** How many of the tasks must be done. */
function neededOf(asked: number, enough: number): number {
  return Math.ceil((asked * enough) / 100);
}
