import type { ExcusedTask } from '../door-options.ts';
import { DoneAlready, ExcusedAlready } from '../refusals.ts';

/** What is done or excused needs no excuse. */
export function requireOpen({ standing }: ExcusedTask): void {
  if (standing === 'done') throw DoneAlready();
  if (standing === 'excused') throw ExcusedAlready();
}
