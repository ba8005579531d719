import type { Who } from '../../../directory/index.ts';
import { type Call, type District, NotFound, newId } from '../../../platform/index.ts';
import { readEvidence } from '../../../platform/pictures/index.ts';
import { isDecider, readerOfContests } from '../contests.ts';
import { MOST_EVIDENCE } from '../limits.ts';
import { NotInThisState, TooMuchEvidence } from '../refusals.ts';
import { fileOf } from '../rules/file-of.ts';
import { contestStateTable } from '../states.ts';
import { insertEvidence, insertLook, listEvidence } from '../store/beside.ts';
import { findContest, takeContest } from '../store/contests.ts';
import type { Contest, Evidence } from '../tables.ts';

/** The family attaches a picture, drawn anew without where and when it was taken, or a PDF. Sent again it is the same. */
export async function addEvidence(
  district: District,
  who: Who,
  { contest: id, bytes }: { contest: string; bytes: Buffer },
  call: Call,
): Promise<string> {
  // Before anything is drawn: what is not theirs costs nothing.
  await district.database.read(readerOfContests(who), async (transaction) => {
    requireGiver(who, await findContest(transaction, id));
  });
  const { kind, content } = await readEvidence(bytes);
  const row: Evidence = {
    ...{ id: newId(), contest_id: id, kind },
    ...{ bytes: content.length, added_at: call.at },
  };
  await district.files.put(fileOf(row), content);
  const kept = await district.database
    .write(
      readerOfContests(who),
      async (transaction) => {
        const contest = await takeContest(transaction, id);
        requireGiver(who, contest);
        if (!contestStateTable[contest.state].next.decide) throw NotInThisState();
        const there = await listEvidence(transaction, id);
        if (there.length >= MOST_EVIDENCE) throw TooMuchEvidence();
        await insertEvidence(transaction, row);
        return row.id;
      },
      call,
    )
    .catch(async (error) => {
      await district.files.remove(fileOf(row));
      throw error;
    });
  if (kept !== row.id) await district.files.remove(fileOf(row));
  return kept;
}

/** The family gives it, or who entered the contest for them: a paper that they brought. */
function requireGiver(who: Who, contest: Contest | undefined): asserts contest is Contest {
  if (!contest || ![contest.carer_id, contest.entered_by].includes(who.person)) throw NotFound();
}

/** For the family and for those who decide; each look of theirs is written down. */
export async function showEvidence(
  district: District,
  who: Who,
  { contest: id, evidence }: { contest: string; evidence: string },
  { at }: Call,
): Promise<{ kind: Evidence['kind']; bytes: Buffer }> {
  const found = await district.database.write(readerOfContests(who), async (transaction) => {
    const contest = await findContest(transaction, id);
    if (!contest) throw NotFound();
    const isMine = contest.carer_id === who.person;
    if (!isMine && !isDecider(who, contest) && contest.entered_by !== who.person) throw NotFound();
    const one = (await listEvidence(transaction, id)).find((row) => row.id === evidence);
    if (!one) throw NotFound();
    if (!isMine) {
      await insertLook(transaction, { contest: id, reader: who.person, what: 'evidence', at });
    }
    return one;
  });
  const bytes = await district.files.get(fileOf(found));
  if (!bytes) throw NotFound();
  return { kind: found.kind, bytes };
}
