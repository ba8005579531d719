import { type Call, type District, newId } from '../../../platform/index.ts';
import { reachOf, readerOf, requireMay, type Who } from '../../access/index.ts';
import { startPreview } from '../run-import.ts';
import { emptyOldFiles, type ImportStanding, insertImport } from '../store.ts';
import { showImport } from './show.ts';

const DAY = 86_400_000;

export interface Upload {
  readonly fileName: string;
  readonly file: Buffer;
}

/** Keeps an uploaded roster and begins to read it; nothing of the directory changes. */
export async function uploadRoster(
  district: District,
  who: Who,
  { fileName, file }: Upload,
  call: Call,
): Promise<ImportStanding> {
  requireMay(who, 'roster.import', { lineage: who.posts[0]?.lineage });
  const id = newId();
  const reach = reachOf(who, 'roster.import');
  await district.database.write(readerOf(who), async (transaction) => {
    await emptyOldFiles(transaction, new Date(call.at.getTime() - DAY));
    const file_name = fileName.slice(0, 200) || 'roster';
    await insertImport(transaction, {
      id,
      person_id: who.person,
      reach,
      file_name,
      file,
      made_at: call.at,
    });
  });
  startPreview(district, id, who.person);
  return showImport(district, who, id);
}
