import { readerOf, type Who } from '../../directory/index.ts';
import { limited, take } from '../../platform/allowances/index.ts';
import type { Call, District } from '../../platform/index.ts';
import { holdings } from '../holdings.ts';
import { ARCHIVES_BY_PERSON } from '../limits.ts';
import { TooManyArchives } from '../refusals.ts';
import { type PartOfArchive, packArchive } from '../rules/pack-archive.ts';
import { heldBy, requireGrownUp } from './show-my-data.ts';

/** Everything that the house holds about a person, of one moment, as a zip: a page to read and JSON for programs. */
export async function makeArchive(district: District, who: Who, call: Call): Promise<Buffer> {
  requireGrownUp(who);
  await takeOne(district, who, call);
  const parts = await district.database.read(readerOf(who), async (transaction) => {
    const read: PartOfArchive[] = [];
    for (const holding of holdings) {
      read.push({ ...holding, rows: await holding.list(heldBy(district, who, transaction)) });
    }
    return read;
  });
  return packArchive({ parts, name: who.name, district: district.plan.name, call });
}

async function takeOne({ database, sealing }: District, who: Who, { at }: Call): Promise<void> {
  const { allowed, retryAfterSeconds } = await database.write(readerOf(who), (transaction) =>
    take(transaction, ARCHIVES_BY_PERSON, limited(sealing, who.person), at),
  );
  if (!allowed) throw TooManyArchives({ retryAfterSeconds });
}
