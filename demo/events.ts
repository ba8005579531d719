import { type ActivityKind, activityKind, type Plan } from '../server/plan/index.ts';
import type { Place } from './places.ts';
import type { Random } from './random.ts';

/** An event as the demo plans it; its rows come when it is held. */
export interface Event {
  readonly id: string;
  readonly kind: ActivityKind;
  readonly host: Place;
  readonly audience: Place;
  readonly title: string;
  readonly venue: string;
  readonly beginsAt: Date;
  readonly endsAt: Date;
  readonly capacity: number | null;
  /** It is held in shifts, or is one. */
  readonly shift?: Shift;
}

export interface Shift {
  /** The activity that it is a shift of; null: it is that activity. */
  readonly of: string | null;
  readonly label: string;
  readonly team: string;
  /** One of those who signed up leads. */
  readonly isLed: boolean;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What schools and communities offer, by kind of the plan, with what it is called. */
const programme: readonly (readonly [string, number, readonly string[]])[] = [
  [
    'guidance-lecture',
    40,
    [
      '陪孩子写作业，怎样不发火',
      '读懂孩子的情绪',
      '手机怎么管才有用',
      '好习惯从家里开始',
      '和青春期的孩子说话',
      '入学准备，家长先准备',
      '表扬的学问',
      '爸爸的陪伴',
    ],
  ],
  [
    'guidance-salon',
    18,
    [
      '班级沙龙：睡前半小时',
      '沙龙：孩子之间的矛盾',
      '沙龙：隔代教养怎么配合',
      '沙龙：二孩家庭的公平',
    ],
  ],
  ['parent-child-practice', 16, ['亲子阅读会', '一起做一顿饭', '亲子运动日', '校园种植日']],
  ['social-practice', 8, ['鹿溪河清洁行动', '走进科技馆', '红色足迹研学']],
  ['volunteering', 8, ['护学岗', '图书馆整理', '社区义卖']],
  ['experience-sharing', 5, ['家长经验分享会：我家的周末', '经验分享：孩子怎么爱上阅读']],
  ['parents-meeting', 5, ['家长会']],
];

export function planEvent(
  plan: Plan,
  random: Random,
  host: Place,
  audience: Place,
  day: Date,
): Event {
  const [kindId, , titles] = random.weighted(programme.map((one) => [one, one[1]] as const));
  const kind = activityKind(plan, kindId);
  if (!kind)
    throw new Error(`The demo plans events of the kind ${kindId}, which the plan has not.`);
  // 9:00, 14:30 or 19:00 in Shanghai, which is eight hours ahead.
  const beginsAt = new Date(day.getTime() + random.pick([1, 6.5, 11]) * HOUR);
  const endsAt = new Date(beginsAt.getTime() + kind.defaultMinutes * 60_000);
  const capacity = random.chance(0.7) ? null : random.whole(4, 12) * 10;
  const venue = random.pick(['学校报告厅', '二楼会议室', '操场', '家长学校教室', '社区活动室']);
  const id = random.id(beginsAt.getTime() - 20 * DAY);
  const title = random.pick(titles);
  return { id, kind, host, audience, title, venue, beginsAt, endsAt, capacity };
}

/** Days on which a term's events are held: spread evenly, on the nearest Saturday or working evening. */
export function daysOf(random: Random, from: string, until: string, count: number): Date[] {
  const first = Date.parse(`${from}T00:00:00Z`) + 7 * DAY;
  const last = Date.parse(`${until}T00:00:00Z`) - 7 * DAY;
  const step = Math.max(DAY, (last - first) / Math.max(1, count));
  return Array.from({ length: count }, (_, index) => {
    const near = first + index * step + random.whole(0, 3) * DAY;
    return new Date(Math.floor(near / DAY) * DAY);
  }).filter((day) => day.getTime() <= last + 7 * DAY);
}
