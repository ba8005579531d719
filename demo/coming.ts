import type pg from 'pg';
import { type ActivityKind, activityKind, type Plan } from '../server/plan/index.ts';
import type { Adult } from './families.ts';
import type { School } from './places.ts';
import { Random } from './random.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Shanghai is eight hours ahead. */
const TWO_IN_THE_AFTERNOON = 6 * HOUR;
const SEVEN_IN_THE_EVENING = 11 * HOUR;
const SATURDAY = 6;
const SLOTS = 4;
const MINUTES_A_SLOT = 40;

const saturdays = ['一起揉面团', '一起种豆子', '一起修自行车'];
const questions = [
  { kind: 'text', label: '孩子有没有过敏或忌口？没有请写「无」', choices: [], required: true },
  {
    kind: 'one',
    label: '您能不能提前一刻钟来帮忙？',
    choices: ['能', '这次不行'],
    required: false,
  },
] as const;

interface Hosting {
  readonly client: pg.ClientBase;
  readonly plan: Plan;
  readonly random: Random;
  readonly school: School;
  readonly lead: Adult;
  readonly today: Date;
}

/**
 * What one school has announced besides single events: a programme of Saturdays with questions at sign-up and its
 * youngest first, an afternoon of counselling, and the parents' meeting, class by class. Chance of its own, so that the
 * rest of the district is the same with and without.
 */
export async function announceByOneSchool(asked: Omit<Hosting, 'random'>): Promise<void> {
  const hosting = { ...asked, random: new Random(`coming ${asked.school.place.id}`) };
  await announceProgramme(hosting);
  await announceCounselling(hosting);
  await announceMeeting(hosting);
}

async function announceProgramme(hosting: Hosting): Promise<void> {
  const { plan, random, school, lead, today } = hosting;
  const kind = activityKind(plan, 'parent-child-practice');
  const day = today.toISOString().slice(0, 10);
  const term = plan.terms.find(({ endsOn }) => endsOn >= day);
  if (!kind || !term) return;
  const programme = random.id(today.getTime() - 14 * DAY);
  await insert(hosting, 'programmes', {
    id: programme,
    host_id: school.place.id,
    host_lineage: school.place.lineage,
    name: '周末一家人动手',
    summary: '周六下午，大人孩子一起做一件事。每次单独报名。',
    term: term.id,
    made_by: lead.id,
    made_at: new Date(today.getTime() - 14 * DAY),
  });
  for (const [week, title] of saturdays.entries()) {
    const begins = dayAfter(today, 7 * week + 2, SATURDAY) + TWO_IN_THE_AFTERNOON;
    const event = activity(hosting, kind, { title, begins, ends: begins + 2 * HOUR });
    const youngest = school.grades[0]?.place.id;
    await insert(hosting, 'activities', {
      ...event,
      description: '一家一张桌子，材料学校准备。',
      bring: '围裙、水杯',
      place: '劳动教室',
      capacity: 16,
      programme_id: programme,
      ...(week === 0 || !youngest
        ? {}
        : { priority_ids: [youngest], priority_until: new Date(begins - 5 * DAY) }),
    });
    await askAtSignUp(hosting, event.id);
  }
}

async function askAtSignUp(hosting: Hosting, event: string): Promise<void> {
  for (const [index, { kind, label, choices, required }] of questions.entries()) {
    await insert(hosting, 'activity_questions', {
      id: hosting.random.id(hosting.today.getTime()),
      activity_id: event,
      place: index + 1,
      kind,
      label,
      choices: [...choices],
      is_required: required,
    });
  }
}

async function announceCounselling(hosting: Hosting): Promise<void> {
  const kind = activityKind(hosting.plan, 'guidance-counselling');
  if (!kind) return;
  const first = dayAfter(hosting.today, 5, SATURDAY) + TWO_IN_THE_AFTERNOON;
  const length = MINUTES_A_SLOT * MINUTE;
  const span = { title: '一对一家庭教育咨询', begins: first, ends: first + SLOTS * length };
  const shared = {
    description: '关起门来说说孩子的事。谁来，只有您和老师知道。',
    place: '心理辅导室',
    is_private: true,
    is_public: false,
  };
  const whole = { ...activity(hosting, kind, span), ...shared };
  await insert(hosting, 'activities', { ...whole, has_sessions: true });
  for (let slot = 0; slot < SLOTS; slot += 1) {
    const begins = first + slot * length;
    const own = activity(hosting, kind, { ...span, begins, ends: begins + length });
    await insert(hosting, 'activities', {
      ...own,
      ...shared,
      ...{ capacity: 1, part_of: whole.id, is_listed: false, excludes_others: true },
      led_by: hosting.lead.id,
    });
  }
}

async function announceMeeting(hosting: Hosting): Promise<void> {
  const kind = activityKind(hosting.plan, 'parents-meeting');
  if (!kind) return;
  const begins = dayAfter(hosting.today, 10) + SEVEN_IN_THE_EVENING;
  const span = { title: '期中家长会', begins, ends: begins + kind.defaultMinutes * MINUTE };
  const description = '请每家来一位家长，到孩子班上，听班主任说说这半学期。';
  const whole = { ...activity(hosting, kind, span), description, is_public: false };
  await insert(hosting, 'activities', {
    ...whole,
    ...{ place: '各班教室', has_sessions: true, is_listed: false },
  });
  const classes = hosting.school.grades.flatMap((grade) => grade.classes);
  for (const [place, { id, name, lineage }] of classes.entries()) {
    await insert(hosting, 'activities', {
      ...whole,
      // Ids in their order, as they are made.
      id: hosting.random.id(hosting.today.getTime() - 10 * DAY + place),
      ...{ host_id: id, host_lineage: lineage, audience: [id], label: name, part_of: whole.id },
      title: `${span.title} · ${name}`,
      place: `${name}教室`,
    });
  }
}

function activity(
  { random, school: { place }, lead, today }: Hosting,
  kind: ActivityKind,
  { title, begins, ends }: { title: string; begins: number; ends: number },
) {
  const madeAt = new Date(today.getTime() - 10 * DAY);
  return {
    id: random.id(madeAt.getTime()),
    kind: kind.id,
    state: 'published',
    version: 1,
    host_id: place.id,
    host_kind: place.kind,
    host_lineage: place.lineage,
    title,
    description: '',
    bring: '',
    place: '',
    begins_at: new Date(begins),
    ends_at: new Date(ends),
    places_taken: 0,
    last_queue_number: 0,
    audience: [place.id],
    stages: [],
    is_public: true,
    made_by: lead.id,
    made_at: madeAt,
    changed_at: madeAt,
  };
}

/** Midnight UTC of the first day from then on, on that day of the week if one is given. */
function dayAfter(today: Date, days: number, weekday?: number): number {
  const day = new Date(Math.floor(today.getTime() / DAY) * DAY + days * DAY);
  const wait = weekday === undefined ? 0 : (weekday - day.getUTCDay() + 7) % 7;
  return day.getTime() + wait * DAY;
}

async function insert({ client }: Hosting, table: string, row: object): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  await client.query(
    `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`,
    Object.values(row),
  );
}
