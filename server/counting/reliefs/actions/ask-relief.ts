import {
  carersOfStudents,
  lineagesOfStudents,
  readerOf,
  requireMay,
  type Who,
} from '../../../directory/index.ts';
import { dateInShanghai } from '../../../plan/index.ts';
import { type Call, type District, newId } from '../../../platform/index.ts';
import { DaysDoNotFit, NotTheCarer, ReliefReasonMissing } from '../refusals.ts';
import { REASON } from '../rules/shown-relief.ts';
import type { AskRelief } from '../shapes.ts';
import { insertRelief } from '../store.ts';

const MOST_YEARS_OF_LEAVE = 3;

/** Staff write down that less should be asked of a carer's families. Nothing follows before a second person has looked. */
export async function askRelief(
  district: District,
  who: Who,
  asked: AskRelief,
  call: Call,
): Promise<{ id: string }> {
  const { student_id: student, carer_id: carer, kind, from_on, until_on = null } = asked;
  const reason = asked.reason.trim();
  return district.database.write(
    readerOf(who),
    async (transaction) => {
      const lineages = await lineagesOfStudents(transaction, [student]);
      requireMay(who, 'reliefs.ask', { lineage: lineages.get(student) });
      if (reason === '') throw ReliefReasonMissing();
      if (!daysFit(asked, dateInShanghai(call.at))) throw DaysDoNotFit();
      const carers = await carersOfStudents(transaction, [student]);
      if (!carers.some((one) => one.carer === carer)) throw NotTheCarer();
      const id = newId();
      await insertRelief(transaction, {
        ...{ id, carer_id: carer, student_id: student, kind, from_on, until_on },
        reason_sealed: district.sealing.seal(REASON, reason),
        asked_by: who.person,
        asked_at: call.at,
      });
      return { id };
    },
    call,
  );
}

/**
 * A leave counts by its days, those to come too, from the moment it is approved. A disability counts while it lasts: one
 * that begins later would lower what is asked on a day on which nothing looks at the family.
 */
function daysFit({ kind, from_on, until_on }: AskRelief, today: string): boolean {
  if (kind === 'disability' && from_on > today) return false;
  if (until_on === undefined) return kind !== 'leave';
  const latest = `${Number(from_on.slice(0, 4)) + MOST_YEARS_OF_LEAVE}${from_on.slice(4)}`;
  return until_on >= from_on && (kind !== 'leave' || until_on <= latest);
}
