import { listTasks, type Task, taskToExcuse } from '../server/counting/duties/index.ts';
import { findWho, theProgram, type Who } from '../server/directory/index.ts';
import { dateInShanghai, daysAfter, lastBegun } from '../server/plan/index.ts';
import { type District, listPersonas } from '../server/platform/index.ts';
import { askExcuse, decideExcuse } from '../server/records/excuses/index.ts';

const DAY_MS = 86_400_000;
const VISIT = 'in-home-visit';
const OPEN_DAY = 'open-day';
const options = { taskOf: taskToExcuse };

/** Why, said how many days ago; and what the principal said, and when. */
interface Told {
  readonly reason: string;
  readonly words?: string;
  readonly substitute?: string;
  readonly daysAgo: number;
  readonly decisions?: readonly {
    readonly decision: 'approve' | 'decline' | 'revoke';
    readonly daysAgo: number;
    readonly reason?: string;
  }[];
}

/** Of visits at home in one class, which its teacher asked to be excused. */
const ofVisits: readonly Told[] = [
  { reason: 'long-leave', daysAgo: 1 },
  {
    ...{ reason: 'family-declined', substitute: 'at-school', daysAgo: 5 },
    decisions: [{ decision: 'approve', daysAgo: 4 }],
  },
  {
    ...{ reason: 'other', words: '家长这阵子上夜班，想等放假再去。', daysAgo: 8 },
    decisions: [
      { decision: 'decline', daysAgo: 7, reason: '离期末还早，请和家长约一个周末上午。' },
    ],
  },
  {
    ...{ reason: 'long-leave', daysAgo: 20 },
    decisions: [
      { decision: 'approve', daysAgo: 19 },
      { decision: 'revoke', daysAgo: 2, reason: '孩子已经返校，家访照常安排。' },
    ],
  },
];

/** Of what a school owes, for the offices to decide. */
const ofSchool: Told = {
  ...{ reason: 'closed', words: '操场翻修，校园这学期不能对外开放。', daysAgo: 2 },
};

/**
 * Some tasks are excused, through the same doors as at the desk: a class teacher asks for children of the class, the
 * principal decides; the principal asks for the school, and nobody has decided yet. Only what is still open.
 */
export async function excuseSome(district: District): Promise<void> {
  const teacher = await persona(district, 'class-teacher');
  const principal = await persona(district, 'principal');
  const visits = await openTasks(district, VISIT, placeOf(teacher, 'class-teacher'));
  for (const [index, task] of visits.entries()) {
    const told = ofVisits[index];
    if (told) await excuse(district, { task, told, asker: teacher, decider: principal });
  }
  const [openDay] = await openTasks(district, OPEN_DAY, placeOf(principal, 'principal'));
  if (!openDay) return;
  await excuse(district, { task: openDay, told: ofSchool, asker: principal, decider: principal });
}

async function persona(district: District, called: string): Promise<Who> {
  const personas = await district.database.read(theProgram, listPersonas);
  const person = personas.find((one) => one.persona === called)?.person ?? '';
  const who = await findWho(district, { person, kind: 'adult', strength: 'password+totp' });
  if (!who) throw new Error(`The demo has no ${called}.`);
  return who;
}

function placeOf({ posts }: Who, post: string): string {
  return posts.find(({ role }) => role === post)?.organisation ?? '';
}

/** What is open of a duty at a place, in the period that has begun last. */
async function openTasks(
  { database, plan, clock }: District,
  id: string,
  place: string,
): Promise<Task[]> {
  const duty = plan.duties.find((one) => one.id === id);
  const period = duty && lastBegun(plan, duty, dateInShanghai(clock()));
  if (!period) return [];
  const asked = { duty: id, period: period.id, holder: place };
  return database.read(theProgram, (transaction) =>
    listTasks(transaction, asked, { standing: 'open', most: ofVisits.length }),
  );
}

interface Excusing {
  readonly task: Task;
  readonly told: Told;
  readonly asker: Who;
  readonly decider: Who;
}

async function excuse(district: District, { task, told, asker, decider }: Excusing): Promise<void> {
  const { reason, words, substitute, decisions = [] } = told;
  const callOf = (daysAgo: number) => ({
    at: new Date(district.clock().getTime() - daysAgo * DAY_MS),
    language: 'zh' as const,
  });
  const call = callOf(told.daysAgo);
  const asked = {
    ...{ duty: task.duty, period: task.period, holder_id: task.holder, reason },
    ...(words && { words }),
    ...(substitute && {
      ...{ substitute, substitute_on: daysAfter(dateInShanghai(call.at), -2) },
    }),
  };
  const { id } = await askExcuse(district, asker, asked, { options, call });
  for (const [index, { daysAgo, ...decided }] of decisions.entries()) {
    const given = { id, version: index + 1, ...decided };
    await decideExcuse(district, decider, given, { options, call: callOf(daysAgo) });
  }
}
