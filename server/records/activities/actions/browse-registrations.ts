import {
  childrenOfCarers,
  namesOfPeople,
  pinyinOf,
  readerOf,
  requireMay,
  type Who,
} from '../../../directory/index.ts';
import { minuteInShanghai } from '../../../plan/index.ts';
import {
  type District,
  decodeCursor,
  encodeCursor,
  type ReadTransaction,
} from '../../../platform/index.ts';
import { writeSheet } from '../../../platform/sheets/index.ts';
import type { RegistrationRow, RegistrationsQuery } from '../shapes.ts';
import { registrationStateTable } from '../states.ts';
import { getActivity } from '../store/activities.ts';
import { listAttendances } from '../store/attendances.ts';
import { listRegistrations } from '../store/registrations.ts';
import type { Activity } from '../tables.ts';

/** The households of an activity in the order of sign-up, found by name, pinyin or initials. */
export async function browseRegistrations(
  district: District,
  who: Who,
  asked: RegistrationsQuery & { activity: string },
): Promise<{ items: RegistrationRow[]; next?: string }> {
  const { limit, cursor, q } = asked;
  return district.database.read(readerOf(who), async (transaction) => {
    const activity = await getActivity(transaction, asked.activity);
    requireMay(who, 'activities.read', { lineage: activity.host_lineage });
    const words = q?.trim();
    const rows = (await rowsOf(transaction, activity)).filter(
      (row) => !words || isNamed(row, words),
    );
    const skipped = cursor === undefined ? 0 : Number(decodeCursor(cursor, 1)[0]);
    const items = rows.slice(skipped, skipped + limit);
    if (rows.length <= skipped + limit) return { items };
    return { items, next: encodeCursor([skipped + limit]) };
  });
}

/** A row of the sheet: one carer of a household. */
interface SheetRow {
  readonly household: RegistrationRow;
  readonly carer: RegistrationRow['carers'][number];
}

/** The list of registrations and attendance as a spreadsheet, a line a carer. */
export async function exportRegistrations(
  district: District,
  who: Who,
  id: string,
): Promise<Buffer> {
  const { rows, title } = await district.database.read(readerOf(who), async (transaction) => {
    const activity = await getActivity(transaction, id);
    requireMay(who, 'activities.read', { lineage: activity.host_lineage });
    return { rows: await rowsOf(transaction, activity), title: activity.title };
  });
  const lines: SheetRow[] = rows.flatMap((household) =>
    household.carers.map((carer) => ({ household, carer })),
  );
  return writeSheet(
    title.replace(/[\\/?*[\]:]/g, ' '),
    [
      { header: '家长', width: 14, value: ({ carer }) => carer.name },
      {
        header: '孩子',
        width: 20,
        value: ({ household }) => household.students.flatMap(({ name }) => name ?? []).join('、'),
      },
      {
        header: '班级',
        width: 16,
        value: ({ household }) =>
          [...new Set(household.students.flatMap((one) => one.class_name ?? []))].join('、'),
      },
      {
        header: '报名',
        width: 10,
        value: ({ household }) => registrationStateTable[household.state].name.zh,
      },
      { header: '候补位次', width: 10, value: ({ household }) => household.waiting_position },
      { header: '签到', width: 18, value: ({ carer }) => timeOf(carer.entered_at) },
      { header: '签退', width: 18, value: ({ carer }) => timeOf(carer.left_at) },
      { header: '计入分钟', width: 10, value: ({ carer }) => carer.minutes },
    ],
    lines,
  );
}

function timeOf(instant: string | null): string {
  return instant === null ? '' : minuteInShanghai(new Date(instant));
}

/** By the names shown in the row: 张, zhangwei, zw. */
function isNamed({ students, carers }: RegistrationRow, words: string): boolean {
  const letters = words.toLowerCase().replace(/\s+/g, '');
  const names = [...carers, ...students].flatMap(({ name }) => name ?? []);
  return names.some((name) => name.includes(words) || pinyinOf(name).includes(letters));
}

/** Children out of the reader's reach keep their names to themselves: row-level security gives none. */
async function rowsOf(transaction: ReadTransaction, { id }: Activity): Promise<RegistrationRow[]> {
  const registrations = await listRegistrations(transaction, id);
  const carers = registrations.flatMap((one) => one.carers);
  const names = await namesOfPeople(transaction, carers);
  const children = await childrenOfCarers(transaction, carers);
  const seen = new Map(children.map((child) => [child.student, child]));
  const attendances = await listAttendances(transaction, id);
  const came = new Map(attendances.map((one) => [one.carer_id, one]));
  let waiting = 0;
  return registrations.map((one) => {
    if (one.state === 'waiting') waiting += 1;
    return {
      id: one.registration,
      state: one.state,
      waiting_position: one.state === 'waiting' ? waiting : null,
      student_ids: [...one.students],
      made_at: one.made_at.toISOString(),
      students: one.students.map((student) => {
        const child = seen.get(student);
        return { id: student, name: child?.name ?? null, class_name: child?.class_name ?? null };
      }),
      carers: one.carers.map((carer) => {
        const attendance = came.get(carer);
        return {
          id: carer,
          name: names.get(carer) ?? '',
          role: one.roles[carer] ?? 'attendee',
          attendance_id: attendance?.id ?? null,
          entered_at: attendance?.entered_at.toISOString() ?? null,
          left_at: attendance?.left_at?.toISOString() ?? null,
          minutes: attendance?.minutes ?? null,
          is_corrected: (attendance?.version ?? 1) > 1,
        };
      }),
    };
  });
}
