import type { RosterRow } from '../roster-row.ts';

/** What demographics.csv says of a user. */
export interface KnownOfUser {
  readonly gender: number | null;
  readonly born_on: string | null;
}

const NOTHING: readonly string[] = [];

/** OneRoster's lists: comma-separated inside one cell. */
export function listOf(text: string): readonly string[] {
  if (text === '') return NOTHING;
  if (!text.includes(',')) return [text];
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Deltas mark who has left; `inactive` is 1.0's word for it. */
export function hasLeft(row: RosterRow<'status'>): boolean {
  const status = row.text('status').toLowerCase();
  return status === 'tobedeleted' || status === 'inactive';
}
