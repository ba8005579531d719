import { randomInt } from 'node:crypto';
import { requireMay, type Who } from '../../../directory/index.ts';
import { reverseFacts, stateFacts } from '../../../facts/index.ts';
import {
  type Call,
  ChangedMeanwhile,
  type District,
  NotFound,
  type Reader,
  type WriteTransaction,
} from '../../../platform/index.ts';
import {
  AwardEvidenceMissing,
  AwardReasonMissing,
  AwardSecondPerson,
  NotInThisState,
} from '../refusals.ts';
import { factOfAward, sourceOf } from '../rules/fact-of-award.ts';
import { sample } from '../rules/sample.ts';
import type { DecideAward, ReviewAward } from '../shapes.ts';
import {
  findAward,
  findBatch,
  listAwardEvidence,
  takeAward,
  takeWaitingOf,
  updateAwards,
} from '../store/awards.ts';
import type { Award } from '../tables.ts';
import { tellCarers } from '../tell-carers.ts';
import { familiesOf, isSecond, isThird, readerOfAwards } from '../who-may.ts';

/** The second person confirms what was entered, which states the fact; or declines it with a reason. */
export async function decideAward(
  district: District,
  who: Who,
  asked: DecideAward & { id: string; version: number },
  { at }: Call,
): Promise<void> {
  const { database } = district;
  const reader = readerOfAwards(who);
  const family = await familyOf(district, reader, asked.id);
  await database.write(reader, async (transaction) => {
    const award = await takeAward(transaction, asked.id);
    if (!award) throw NotFound();
    requireMay(who, 'awards.decide', { lineage: award.lineage });
    if (award.version !== asked.version) throw ChangedMeanwhile();
    if (award.state !== 'waiting') throw NotInThisState();
    if (!isSecond(who, award) || family.has(who.person)) throw AwardSecondPerson();
    if (!asked.confirm) {
      await updateAwards(transaction, [award.id], {
        ...{ state: 'declined', decided_by: who.person, decided_at: at },
        decline_reason: requireReason(asked.reason),
      });
      return;
    }
    if ((await listAwardEvidence(transaction, award)).length === 0) throw AwardEvidenceMissing();
    await confirm(transaction, [award], { by: who.person, at });
  });
}

/** Whose deed it is, and their family. */
async function familyOf(district: District, reader: Reader, id: string): Promise<Set<string>> {
  const award = await district.database.read(reader, (transaction) => findAward(transaction, id));
  if (!award) throw NotFound();
  return familiesOf(district, [award.carer_id]);
}

async function confirm(
  transaction: WriteTransaction,
  awards: readonly Award[],
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await updateAwards(
    transaction,
    awards.map(({ id }) => id),
    { state: 'confirmed', decided_by: by, decided_at: at },
  );
  await stateFacts(
    transaction,
    awards.map((award) => factOfAward(award, by)),
  );
  await tellCarers(transaction, 'confirmed', awards, at);
}

/**
 * The second person confirms a sheet as a whole; the plan's share of it is drawn for the district to review. Families
 * of their own are left waiting for somebody else.
 */
export async function confirmBatch(
  district: District,
  who: Who,
  id: string,
  { at }: Call,
): Promise<{ confirmed: number; sampled: number }> {
  const own = await familiesOf(district, [who.person]);
  return district.database.write(readerOfAwards(who), async (transaction) => {
    const batch = await findBatch(transaction, id);
    if (!batch) throw NotFound();
    requireMay(who, 'awards.decide', { lineage: batch.lineage });
    if (batch.made_by === who.person) throw AwardSecondPerson();
    const evidence = await listAwardEvidence(transaction, { id: null, batch_id: id });
    if (evidence.length === 0) throw AwardEvidenceMissing();
    const waiting = await takeWaitingOf(transaction, id);
    const awards = waiting.filter(({ carer_id }) => !own.has(carer_id));
    if (awards.length === 0) throw NotInThisState();
    await confirm(transaction, awards, { by: who.person, at });
    const drawn = sample(awards, district.plan.awards.reviewPercent, (below) => randomInt(below));
    await updateAwards(
      transaction,
      drawn.map((award) => award.id),
      { is_sampled: true },
    );
    return { confirmed: awards.length, sampled: drawn.length };
  });
}

/** The district looks at one that was drawn: it is fine, or it is taken back with a reason that the carer reads. */
export async function reviewAward(
  district: District,
  who: Who,
  asked: ReviewAward & { id: string; version: number },
  { at }: Call,
): Promise<void> {
  const { database } = district;
  const reader = readerOfAwards(who);
  const family = await familyOf(district, reader, asked.id);
  await database.write(reader, async (transaction) => {
    const award = await takeAward(transaction, asked.id);
    if (!award) throw NotFound();
    requireMay(who, 'awards.review', { lineage: award.lineage });
    if (award.version !== asked.version) throw ChangedMeanwhile();
    if (award.state !== 'confirmed' || award.review !== null) throw NotInThisState();
    if (!isThird(who, award) || family.has(who.person)) throw AwardSecondPerson();
    const { outcome } = asked;
    const note = outcome === 'reversed' ? requireReason(asked.note) : asked.note.trim();
    await updateAwards(transaction, [award.id], {
      ...{ review: outcome, review_note: note, reviewed_by: who.person, reviewed_at: at },
      ...(outcome === 'reversed' && { state: 'reversed' as const }),
    });
    if (outcome === 'fine') return;
    const by = { actor: who.person, reason: note, at };
    await reverseFacts(transaction, [sourceOf(award)], by);
    await tellCarers(transaction, 'reversed', [award], at);
  });
}

function requireReason(reason: string | undefined): string {
  const said = reason?.trim() ?? '';
  if (said === '') throw AwardReasonMissing();
  return said;
}
