import { may, requireMay, type Who } from '../../../directory/index.ts';
import {
  type Call,
  type District,
  NotFound,
  newId,
  type ReadTransaction,
} from '../../../platform/index.ts';
import { readEvidence } from '../../../platform/pictures/index.ts';
import { MOST_AWARD_EVIDENCE } from '../limits.ts';
import { NotInThisState, TooMuchAwardEvidence } from '../refusals.ts';
import { fileOf } from '../rules/file-of.ts';
import {
  findAward,
  findBatch,
  insertAwardEvidence,
  listAwardEvidence,
  takeAward,
} from '../store/awards.ts';
import type { AwardEvidence } from '../tables.ts';
import { readerOfAwards } from '../who-may.ts';

/** Of one award, or of a whole sheet. */
export type Whose = { readonly award: string } | { readonly batch: string };

/** Who enters deeds attaches what shows them, before anybody has decided. Sent again it is the same. */
export async function attachEvidence(
  district: District,
  who: Who,
  { of, bytes }: { of: Whose; bytes: Buffer },
  call: Call,
): Promise<string> {
  const { database, files } = district;
  const reader = readerOfAwards(who);
  const ids = await database.read(reader, async (transaction) => {
    requireMay(who, 'awards.write', { lineage: await lineageOf(transaction, of) });
    return 'award' in of
      ? { award_id: of.award, batch_id: null }
      : { award_id: null, batch_id: of.batch };
  });
  const { kind, content } = await readEvidence(bytes);
  const row: AwardEvidence = {
    ...{ ...ids, id: newId(), kind, bytes: content.length },
    ...{ added_by: who.person, added_at: call.at },
  };
  await files.put(fileOf(row), content);
  const kept = await database
    .write(
      reader,
      async (transaction) => {
        const award = ids.award_id ? await takeAward(transaction, ids.award_id) : undefined;
        if (award && award.state !== 'waiting') throw NotInThisState();
        const there = await listAwardEvidence(transaction, { id: ids.award_id, ...ids });
        if (there.length >= MOST_AWARD_EVIDENCE) throw TooMuchAwardEvidence();
        await insertAwardEvidence(transaction, row);
        return row.id;
      },
      call,
    )
    .catch(async (error) => {
      await files.remove(fileOf(row));
      throw error;
    });
  if (kept !== row.id) await files.remove(fileOf(row));
  return kept;
}

async function lineageOf(transaction: ReadTransaction, of: Whose): Promise<readonly string[]> {
  const found =
    'award' in of ? await findAward(transaction, of.award) : await findBatch(transaction, of.batch);
  if (!found) throw NotFound();
  return found.lineage;
}

/** For those who enter and decide. */
export async function showAwardEvidence(
  { database, files }: District,
  who: Who,
  { award: id, evidence }: { award: string; evidence: string },
): Promise<{ kind: AwardEvidence['kind']; bytes: Buffer }> {
  const found = await database.read(readerOfAwards(who), async (transaction) => {
    const award = await findAward(transaction, id);
    if (!award || !may(who, 'awards.write', { lineage: award.lineage })) throw NotFound();
    const all = await listAwardEvidence(transaction, award);
    return all.find((one) => one.id === evidence);
  });
  const bytes = found && (await files.get(fileOf(found)));
  if (!found || !bytes) throw NotFound();
  return { kind: found.kind, bytes };
}
