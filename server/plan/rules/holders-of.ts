import type { Duty } from '../duty.ts';

export type Holders = 'student' | 'staff' | 'organisation' | 'body';

/** Whom a duty's tasks are about. */
export function holdersOf({ whose }: Duty): Holders {
  const [kind] = whose.kinds;
  return kind === 'student' || kind === 'staff' || kind === 'body' ? kind : 'organisation';
}
