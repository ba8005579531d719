import { type District, NotFound } from '../../../platform/index.ts';
import { readerOf, type Who } from '../../access/index.ts';
import { findFile, findImport, type ImportStanding } from '../store.ts';

/** How an import stands; only its uploader sees it. */
export async function showImport(
  district: District,
  who: Who,
  id: string,
): Promise<ImportStanding> {
  const found = await district.database.read(readerOf(who), (transaction) =>
    findImport(transaction, id, who.person),
  );
  if (!found) throw NotFound();
  return found;
}

/** The rows that will not be applied, as a workbook that can be mended and sent again. */
export async function rejectedSheet(district: District, who: Who, id: string): Promise<Buffer> {
  await showImport(district, who, id);
  const kept = await district.database.read(readerOf(who), (transaction) =>
    findFile(transaction, id),
  );
  if (!kept?.rejected_sheet) throw NotFound();
  return kept.rejected_sheet;
}
