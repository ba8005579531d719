import {
  namesOfStudents,
  readerOf,
  studentNamesIn,
  theProgram,
  type Who,
} from '../../directory/index.ts';
import type { District } from '../../platform/index.ts';
import { listPresent } from '../activities/index.ts';
import { NamesAChild } from './refusals.ts';
import { childrenNamed } from './rules/children-named.ts';

/**
 * Refuses a text that says the name of a child: of one whose family was there, or of one whom the writer may see. The
 * first are asked for as the program: staff of a community see no children, and could name one all the same.
 */
export async function requireNoChildNamed(
  district: District,
  who: Who,
  { activity, text }: { activity: string; text: string },
): Promise<void> {
  const there = await district.database.read(theProgram, async (transaction) => {
    const { students } = await listPresent(transaction, activity);
    return namesOfStudents(transaction, [...students.keys()]);
  });
  const known = await district.database.read(readerOf(who), (transaction) =>
    studentNamesIn(transaction, text),
  );
  const named = childrenNamed(text, [...there.values(), ...known]);
  if (named.length === 0) return;
  throw NamesAChild({
    detail: { zh: `写到了：${named.join('、')}。`, en: `It says: ${named.join(', ')}.` },
  });
}
