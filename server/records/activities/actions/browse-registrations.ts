import {
  childrenOfCarers,
  may,
  namesOfPeople,
  pinyinOfPerson,
  readerOf,
  requireMay,
  type Who,
} from '../../../directory/index.ts';
import { activityKind } from '../../../plan/index.ts';
import {
  type District,
  decodeCursor,
  directionOf,
  encodeCursor,
  type ReadTransaction,
  type Sealing,
  type Words,
} from '../../../platform/index.ts';
import type { Sheet } from '../../../platform/sheets/index.ts';
import type { Answer, Question } from '../rules/check-answers.ts';
import { goesBefore, reasonsOf } from '../rules/waiting-order.ts';
import type { RegistrationRow, RegistrationsQuery } from '../shapes.ts';
import { registrationStateTable } from '../states.ts';
import { getActivity } from '../store/activities.ts';
import { listAttendances } from '../store/attendances.ts';
import { answersOf, listQuestions } from '../store/questions.ts';
import { listRegistrations, type Registration } from '../store/registrations.ts';
import { listSessions } from '../store/sessions.ts';
import { excusesOf } from '../store/standings.ts';
import type { Activity } from '../tables.ts';

/** The households of an activity, found by name, pinyin or initials; in the order of sign-up unless asked otherwise. */
export async function browseRegistrations(
  district: District,
  who: Who,
  asked: RegistrationsQuery & { activity: string },
): Promise<{ items: RegistrationRow[]; next?: string }> {
  const { limit, cursor } = asked;
  return district.database.read(readerOf(who), async (transaction) => {
    const activity = await getActivity(transaction, asked.activity);
    requireNames(district, who, activity);
    const answersFor = sealingFor(district, who, activity);
    const rows = narrowed(await rowsOf(transaction, activity, answersFor), asked);
    const skipped = cursor === undefined ? 0 : Number(decodeCursor(cursor, 1)[0]);
    const items = rows.slice(skipped, skipped + limit);
    if (rows.length <= skipped + limit) return { items };
    return { items, next: encodeCursor([skipped + limit]) };
  });
}

/** Where every family of a class is expected, who came and who did not is for those who answer for that class. */
function requireNames(
  { plan }: District,
  who: Who,
  { kind, host_lineage: lineage }: Activity,
): void {
  const isOfClass = activityKind(plan, kind)?.everyFamily === true;
  requireMay(who, isOfClass ? 'meetings.read' : 'activities.read', { lineage });
}

type Filters = Pick<RegistrationsQuery, 'q' | 'state' | 'sort'>;

/** What the filters leave, in the order asked for. */
function narrowed(rows: readonly RegistrationRow[], { q, state, sort }: Filters) {
  const words = q?.trim();
  const left = rows.filter(
    (row) => (!words || isNamed(row, words)) && (!state || row.state === state),
  );
  const { key, down } = directionOf(sort);
  const keyOf = sortKeys[key];
  const inOrder = key === 'made' ? left : left.toSorted((a, b) => compare(keyOf(a), keyOf(b)));
  return down ? inOrder.reverse() : inOrder;
}

const sortKeys = {
  made: (row: RegistrationRow) => row.made_at,
  name: ({ carers: [first] }: RegistrationRow) => (first ? pinyinOfPerson(first.name) : ''),
  state: (row: RegistrationRow) => row.state,
} as const;

/** By the code units, as the database orders: the same on every machine. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
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
  asked: Filters & { activity: string },
): Promise<Sheet<SheetRow>> {
  return district.database.read(readerOf(who), async (transaction) => {
    const activity = await getActivity(transaction, asked.activity);
    requireNames(district, who, activity);
    const answersFor = sealingFor(district, who, activity);
    const questions = answersFor ? await listQuestions(transaction, activity.id) : [];
    const households = narrowed(await rowsOf(transaction, activity, answersFor), asked);
    const rows = households.flatMap((household) =>
      household.carers.map((carer) => ({ household, carer })),
    );
    return { title: activity.title, columns: [...columns, ...questions.map(answerColumn)], rows };
  });
}

const methodWords: Readonly<Record<string, Words>> = {
  pass: { zh: '扫签到码', en: 'Pass scanned' },
  'hall-code': { zh: '大屏签到', en: 'Code on the screen' },
  staff: { zh: '按姓名', en: 'By name' },
  offline: { zh: '离线扫码，后来送到', en: 'Scanned offline, sent later' },
  paper: { zh: '纸质签到表', en: 'Paper sheet' },
};

const columns: Sheet<SheetRow>['columns'] = [
  { header: { zh: '家长', en: 'Carer' }, width: 14, value: ({ carer }) => carer.name },
  {
    header: { zh: '组长', en: 'Lead' },
    width: 8,
    value: ({ carer }) => (carer.is_lead ? { zh: '组长', en: 'Lead' } : null),
  },
  {
    header: { zh: '孩子', en: 'Children' },
    width: 20,
    value: ({ household }) => household.students.flatMap(({ name }) => name ?? []).join('、'),
  },
  {
    header: { zh: '班级', en: 'Class' },
    width: 16,
    value: ({ household }) =>
      [...new Set(household.students.flatMap((one) => one.class_name ?? []))].join('、'),
  },
  {
    header: { zh: '时段', en: 'Session' },
    width: 18,
    kind: 'instant',
    value: ({ household }) => household.session?.begins_at ?? null,
  },
  {
    header: { zh: '时段名称', en: 'Session name' },
    width: 16,
    value: ({ household }) => household.session?.label ?? null,
  },
  {
    header: { zh: '报名', en: 'Registration' },
    width: 12,
    value: ({ household }) => registrationStateTable[household.state].name,
  },
  {
    header: { zh: '候补位次', en: 'Waiting as' },
    width: 10,
    value: ({ household }) => household.waiting_position,
  },
  {
    header: { zh: '报名时间', en: 'Signed up' },
    width: 18,
    kind: 'instant',
    value: ({ household }) => household.made_at,
  },
  {
    header: { zh: '签到', en: 'Entered' },
    width: 18,
    kind: 'instant',
    value: ({ carer }) => carer.entered_at,
  },
  {
    header: { zh: '签退', en: 'Left' },
    width: 18,
    kind: 'instant',
    value: ({ carer }) => carer.left_at,
  },
  {
    header: { zh: '签到方式', en: 'How' },
    width: 14,
    value: ({ carer: { entry_method } }) => entry_method && (methodWords[entry_method] ?? ''),
  },
  { header: { zh: '计入分钟', en: 'Minutes' }, width: 10, value: ({ carer }) => carer.minutes },
];

/** What families answered is opened for who arranges the activity; others of the house see that it is full. */
function sealingFor(
  { sealing }: District,
  who: Who,
  { host_lineage: lineage }: Activity,
): Sealing | null {
  return may(who, 'activities.arrange', { lineage }) ? sealing : null;
}

function answerColumn({ id, label }: Question): Sheet<SheetRow>['columns'][number] {
  return {
    header: { zh: label, en: label },
    width: 24,
    value: ({ household }) =>
      household.answers.find(({ question_id }) => question_id === id)?.values.join('、') ?? '',
  };
}

/** By the names shown in the row: 张, zhangwei, zw. */
function isNamed({ students, carers }: RegistrationRow, words: string): boolean {
  const letters = words.toLowerCase().replace(/\s+/g, '');
  const names = [...carers, ...students].flatMap(({ name }) => name ?? []);
  return names.some((name) => name.includes(words) || pinyinOfPerson(name).includes(letters));
}

/** Where those who wait stand, each in the list of its own session. */
function positionsIn(
  registrations: readonly (Registration & { activity_id: string })[],
): Map<string, number> {
  const positions = new Map<string, number>();
  const last = new Map<string, number>();
  const line = registrations
    .filter(({ state }) => state === 'waiting')
    .toSorted((one, other) => (goesBefore(one, other) ? -1 : 1));
  for (const { registration, activity_id: id } of line) {
    const position = (last.get(id) ?? 0) + 1;
    last.set(id, position);
    positions.set(registration, position);
  }
  return positions;
}

/** Children out of the reader's reach keep their names to themselves: row-level security gives none. */
async function rowsOf(
  transaction: ReadTransaction,
  activity: Activity,
  sealing: Sealing | null,
): Promise<RegistrationRow[]> {
  const sessions = await sessionsAt(transaction, activity);
  const held = await listRegistrations(transaction, [...sessions.keys()]);
  const order = [...sessions.keys()];
  const registrations = held.toSorted(
    (one, other) => order.indexOf(one.activity_id) - order.indexOf(other.activity_id),
  );
  const carers = registrations.flatMap((one) => one.carers);
  const names = await namesOfPeople(transaction, carers);
  const children = await childrenOfCarers(transaction, carers);
  const seen = new Map(children.map((child) => [child.student, child]));
  const attendances = await listAttendances(transaction, order);
  const came = new Map(attendances.map((one) => [`${one.activity_id} ${one.carer_id}`, one]));
  const excuses = await excusesOf(transaction, order);
  const positions = positionsIn(registrations);
  const ids = sealing ? registrations.map(({ registration }) => registration) : [];
  const answers = sealing
    ? await answersOf(transaction, sealing, ids)
    : new Map<string, Answer[]>();
  return registrations.map((one) => {
    return {
      id: one.registration,
      session: sessions.get(one.activity_id)?.name ?? null,
      state: one.state,
      waiting_position: positions.get(one.registration) ?? null,
      waiting_reasons: one.state === 'waiting' ? reasonsOf(one.waiting_rank) : [],
      offer_ends_at: one.offer_ends_at?.toISOString() ?? null,
      student_ids: [...one.students],
      made_at: one.made_at.toISOString(),
      answers: answers.get(one.registration) ?? [],
      excuse: excuses.get(one.registration) ?? null,
      students: one.students.map((student) => {
        const child = seen.get(student);
        return { id: student, name: child?.name ?? null, class_name: child?.class_name ?? null };
      }),
      carers: one.carers.map((carer) => {
        const attendance = came.get(`${one.activity_id} ${carer}`);
        return {
          id: carer,
          name: names.get(carer) ?? '',
          role: one.roles[carer] ?? 'attendee',
          is_lead: sessions.get(one.activity_id)?.led_by === carer,
          attendance_id: attendance?.id ?? null,
          entered_at: attendance?.entered_at.toISOString() ?? null,
          left_at: attendance?.left_at?.toISOString() ?? null,
          minutes: attendance?.minutes ?? null,
          entry_method: attendance?.entry_method ?? null,
          children_came: attendance ? [...(attendance.students_present ?? one.students)] : [],
          is_corrected: (attendance?.version ?? 1) > 1,
        };
      }),
    };
  });
}

/** Where households are registered, and who leads there. */
interface Place {
  readonly name: RegistrationRow['session'];
  readonly led_by: string | null;
}

/** What is looked through for registrations: the activity, or its sessions in their order. */
async function sessionsAt(
  transaction: ReadTransaction,
  { id, has_sessions, led_by }: Activity,
): Promise<Map<string, Place>> {
  if (!has_sessions) return new Map([[id, { name: null, led_by }]]);
  const sessions = await listSessions(transaction, id);
  return new Map(
    sessions.map(({ id: activity_id, label, begins_at, led_by: lead }) => [
      activity_id,
      { name: { activity_id, label, begins_at: begins_at.toISOString() }, led_by: lead },
    ]),
  );
}
