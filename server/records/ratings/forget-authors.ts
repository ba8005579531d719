import { theProgram } from '../../directory/index.ts';
import type { District } from '../../platform/index.ts';
import { deleteSaltsBefore } from './store.ts';

/** Throws the salts away by which answers could still be changed; gives how many. For the background. */
export async function forgetAuthors(district: District): Promise<number> {
  return district.database.write(theProgram, (transaction) =>
    deleteSaltsBefore(transaction, district.clock()),
  );
}
