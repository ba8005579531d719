import { sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../platform/index.ts';

/**
 * Another after whatever changed an organisation, who holds a post, or a name: by it who keeps these knows whether they
 * hold. One for the whole district, since all of them change by imports, a few times a week, and by erasures.
 */
export async function directoryVersion(transaction: ReadTransaction): Promise<number> {
  const { version } = await transaction
    .selectFrom('directory_version')
    .select('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** What whoever changes one of them does last: from here to the end of the transaction the next one waits. */
export const countVersion = 'update directory_version set version = version + 1';

export async function directoryChanged(transaction: WriteTransaction): Promise<void> {
  await sql.raw(countVersion).execute(transaction);
}
