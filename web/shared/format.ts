import type { Language } from './words/start-words.ts';

/** Where the district lives; times are told so wherever the reader is. */
const ZONE = 'Asia/Shanghai';

const partsFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const chineseWeekdays: Readonly<Record<string, string>> = {
  Mon: '周一',
  Tue: '周二',
  Wed: '周三',
  Thu: '周四',
  Fri: '周五',
  Sat: '周六',
  Sun: '周日',
};

const englishMonths = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

interface ChineseMoment {
  readonly year: string;
  readonly month: number;
  readonly day: number;
  readonly weekday: string;
  readonly time: string;
}

function momentOf(instant: Date): ChineseMoment {
  const parts = Object.fromEntries(
    partsFormat.formatToParts(instant).map(({ type, value }) => [type, value]),
  );
  return {
    year: parts.year ?? '',
    month: Number(parts.month),
    day: Number(parts.day),
    weekday: parts.weekday ?? '',
    time: `${parts.hour}:${parts.minute}`,
  };
}

function dayOf(moment: ChineseMoment, language: Language, yearNow: string): string {
  const { year, month, day, weekday } = moment;
  if (language === 'en') {
    const date = `${weekday} ${day} ${englishMonths[month - 1]}`;
    return year === yearNow ? date : `${date} ${year}`;
  }
  const date = `${month}月${day}日 ${chineseWeekdays[weekday]}`;
  return year === yearNow ? date : `${year}年${date}`;
}

/** A day: an ISO instant or `YYYY-MM-DD`. 「10月18日 周六」, with the year when it is not this one. */
export function formatDay(day: string, language: Language, now = new Date()): string {
  return dayOf(momentOf(dateOf(day)), language, momentOf(now).year);
}

/** The day in China on which an ISO instant falls, `YYYY-MM-DD`. */
export function dayInChina(instant: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(new Date(instant));
}

/** An ISO instant: 「10月18日 周六 14:00」, "Sat 18 Oct 14:00". */
export function formatInstant(instant: string, language: Language, now = new Date()): string {
  const moment = momentOf(dateOf(instant));
  return `${dayOf(moment, language, momentOf(now).year)} ${moment.time}`;
}

/** From one ISO instant to another: 「10月18日 周六 14:00–16:00」; both days when they differ. */
export function formatSpan(
  startsAt: string,
  endsAt: string,
  language: Language,
  now = new Date(),
): string {
  const start = formatInstant(startsAt, language, now);
  const sameDay = formatDay(startsAt, language, now) === formatDay(endsAt, language, now);
  if (sameDay) return `${start}–${momentOf(dateOf(endsAt)).time}`;
  return `${start} – ${formatInstant(endsAt, language, now)}`;
}

/** Hundredths of a point: 350 → 「3.5 分」, "3.5 points". */
export function formatPoints(hundredths: number, language: Language): string {
  const points = pointsOf(hundredths);
  if (language === 'zh-CN') return `${points} 分`;
  return `${points} ${hundredths === 100 ? 'point' : 'points'}`;
}

/** The bare number, for tables and rings: 350 → `3.5`. */
export function pointsOf(hundredths: number): string {
  return trimmed(hundredths / 100);
}

/** Minutes: 90 → 「1.5 小时」, under an hour 「45 分钟」. */
export function formatHours(minutes: number, language: Language): string {
  if (Math.abs(minutes) < 60) return language === 'zh-CN' ? `${minutes} 分钟` : `${minutes} min`;
  const hours = trimmed(minutes / 60);
  if (language === 'zh-CN') return `${hours} 小时`;
  return `${hours} ${minutes === 60 ? 'hour' : 'hours'}`;
}

/** A phone as people read it: `100 1234 5678`; foreign or short ones stay as they are. */
export function formatPhone(phone: string): string {
  return /^\d{11}$/.test(phone)
    ? `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`
    : phone;
}

function trimmed(number: number): string {
  return new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(number);
}

/** A bare day means its noon in China, so that no zone moves it to the day before. */
function dateOf(dayOrInstant: string): Date {
  return new Date(dayOrInstant.length === 10 ? `${dayOrInstant}T12:00:00+08:00` : dayOrInstant);
}
