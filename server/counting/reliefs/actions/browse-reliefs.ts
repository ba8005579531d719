import {
  lineagesOfStudents,
  may,
  namesOfPeople,
  reachOf,
  readerOf,
  recordStudentReads,
  type Who,
} from '../../../directory/index.ts';
import { afterIn, type Call, type District, pageOf } from '../../../platform/index.ts';
import { shownRelief } from '../rules/shown-relief.ts';
import type { ReliefRow, ReliefsQuery } from '../shapes.ts';
import { listReliefs } from '../store.ts';

const NEWEST_FIRST = '-asked';

/** Reliefs of the children in reach, the newest first. Each child that is shown is a look for its family to see. */
export async function browseReliefs(
  { database, sealing }: District,
  who: Who,
  { state, cursor, limit }: ReliefsQuery,
  { at }: Call,
): Promise<{ items: ReliefRow[]; next?: string }> {
  return database.write(readerOf(who), async (transaction) => {
    const lines = await listReliefs(transaction, {
      children: { within: reachOf(who, 'reliefs.ask') },
      state,
      after: afterIn(cursor, NEWEST_FIRST),
      most: limit + 1,
    });
    const { items, ...rest } = pageOf(lines, { limit, sort: NEWEST_FIRST }, ({ id }) => id);
    const students = [...new Set(items.map(({ student_id }) => student_id))];
    const lineages = await lineagesOfStudents(transaction, students);
    await recordStudentReads(transaction, who, { students, what: 'reliefs', at });
    const people = items.flatMap((row) => [row.carer_id, row.asked_by, row.decided_by]);
    const names = await namesOfPeople(transaction, [
      ...new Set(people.filter((person) => person !== null)),
    ]);
    const nameOf = (person: string | null) => (person === null ? null : (names.get(person) ?? ''));
    return {
      ...rest,
      items: items.map((row): ReliefRow => {
        const { carer_id, student_id, student_name, class_name, school_name, version } = row;
        const lineage = lineages.get(student_id);
        const isSecond = row.asked_by !== who.person && carer_id !== who.person;
        return {
          ...shownRelief(sealing, row),
          ...{ carer_id, student_id, student_name, class_name, school_name, version },
          carer_name: nameOf(carer_id) ?? '',
          asked_by_name: nameOf(row.asked_by) ?? '',
          asked_at: row.asked_at.toISOString(),
          decided_by_name: nameOf(row.decided_by),
          may_decide: isSecond && may(who, 'reliefs.decide', { lineage }),
        };
      }),
    };
  });
}
