import { type Holders, holdersOf } from '../../../plan/index.ts';
import type { Words } from '../../../platform/index.ts';
import type { Reminder, Step } from './steps.ts';

const holders: Readonly<Record<Holders, (count: number) => Words>> = {
  student: (count) => ({ zh: `${count} 名学生`, en: plural(count, 'student', 'students') }),
  staff: (count) => ({
    zh: `${count} 名教职工`,
    en: plural(count, 'member of staff', 'members of staff'),
  }),
  organisation: (count) => ({
    zh: `${count} 个单位`,
    en: plural(count, 'organisation', 'organisations'),
  }),
  body: (count) => ({ zh: `${count} 个组织`, en: plural(count, 'body', 'bodies') }),
};

/** What may stand on a lock screen: neither a child nor what the duty is about. */
export const headings: Readonly<Record<Step, Words>> = {
  amber: { zh: '有一项任务快到期了', en: 'A duty is soon due' },
  due: { zh: '有一项任务就要到期', en: 'A duty is about to fall due' },
  late: { zh: '有一项任务逾期了', en: 'A duty is late' },
  above: { zh: '有任务逾期未办，请您过问', en: 'A duty has been late for some days' },
};

/** «一年级1班 · 入户家访全覆盖：还有 12 名学生，1月22日到期。» No child is named. */
export function reminderWords(reminder: Reminder, place: string): Words {
  const { duty, open, dueOn, step, places } = reminder;
  const whom = holders[holdersOf(duty)](open);
  const day = dayWords(dueOn);
  const begin = { zh: `${place} · ${duty.title.zh}：`, en: `${place} · ${duty.title.en}: ` };
  switch (step) {
    case 'amber':
    case 'due':
      return {
        zh: `${begin.zh}还有 ${whom.zh}，${day.zh}到期。`,
        en: `${begin.en}${whom.en} to go, due on ${day.en}.`,
      };
    case 'late':
      return {
        zh: `${begin.zh}${day.zh}已到期，还有 ${whom.zh}。`,
        en: `${begin.en}was due on ${day.en}, ${whom.en} to go.`,
      };
    case 'above':
      return {
        zh: `${begin.zh}${places} 处逾期未办，还有 ${whom.zh}（${day.zh}到期）。`,
        en: `${begin.en}late at ${plural(places, 'place', 'places')}, ${whom.en} to go (was due on ${day.en}).`,
      };
  }
}

/** A day, `YYYY-MM-DD`: 「1月22日」, "22 January". */
export function dayWords(day: string): Words {
  const date = new Date(day);
  const month = date.toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  return {
    zh: `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`,
    en: `${date.getUTCDate()} ${month}`,
  };
}

function plural(count: number, one: string, other: string): string {
  return `${count} ${count === 1 ? one : other}`;
}
