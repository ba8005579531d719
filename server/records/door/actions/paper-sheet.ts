import type { Who } from '../../../directory/index.ts';
import type { District } from '../../../platform/index.ts';
import { everyRow, type Sheet } from '../../../platform/sheets/index.ts';
import { browseRegistrations } from '../../activities/index.ts';
import { outgoingColumns, type PaperLine } from '../rules/paper-columns.ts';

/** Who signed up, to print or to fill in: a line a carer, with room for entry and exit. */
export async function paperSheet(
  district: District,
  who: Who,
  activity: string,
  title: string,
): Promise<Sheet<PaperLine>> {
  return { title, columns: outgoingColumns, rows: await paperLines(district, who, activity) };
}

export async function paperLines(
  district: District,
  who: Who,
  activity: string,
): Promise<PaperLine[]> {
  const households = await everyRow((page) =>
    browseRegistrations(district, who, { activity, state: 'registered', sort: 'made', ...page }),
  );
  return households.flatMap(({ carers, students }) => {
    const children = students.flatMap(({ name }) => name ?? []).join('、');
    const classes = [...new Set(students.flatMap((one) => one.class_name ?? []))].join('、');
    return carers.map(({ id, name }) => ({ carer: id, name, children, classes }));
  });
}
