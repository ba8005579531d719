import { DatabaseError } from 'pg';

/** A statement that comes this often is one of those that a program says again and again. */
const TIMES_BEFORE_NAMED = 5;
/** Each connection keeps the plans of named statements, some 20 kB each. */
const MOST_NAMED = 300;
const MOST_WATCHED = 5000;
const FEATURE_NOT_SUPPORTED = '0A000';

const timesSeen = new Map<string, number>();
const names = new Map<string, { readonly name: string }>();

/**
 * A name for a statement that is said often: PostgreSQL then parses and plans it once for each connection, not
 * each time. The same text has the same name everywhere; texts that are made up as one goes stay nameless.
 */
export function statementName(text: string): { readonly name: string } | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST_NAMED) return known;
  const times = (timesSeen.get(text) ?? 0) + 1;
  if (times <= TIMES_BEFORE_NAMED) {
    if (timesSeen.size < MOST_WATCHED || timesSeen.has(text)) timesSeen.set(text, times);
    return undefined;
  }
  timesSeen.delete(text);
  const made = { name: `gongyu ${names.size + 1}` };
  names.set(text, made);
  return made;
}

/** A migration has changed a table under a named statement: the connection that keeps its plan is of no use. */
export function isStalePlan(error: unknown): error is DatabaseError {
  return (
    error instanceof DatabaseError &&
    error.code === FEATURE_NOT_SUPPORTED &&
    /cached plan/.test(error.message)
  );
}
