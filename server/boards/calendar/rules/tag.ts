import { hash } from 'node:crypto';
import type { StandOfDates } from '../../../records/activities/index.ts';

/** Raised when the same dates are written down in another way. */
const FORM = 1;

/** The entity tag of a feed, weak: what it says is the same, byte by byte or not (RFC 9110, 8.8.1). */
export function tagOf({ dates, versions, waited_for, newest }: StandOfDates, name: string): string {
  const parts = [FORM, dates, versions, waited_for, newest?.getTime() ?? 0, name];
  return `W/"${hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22)}"`;
}
