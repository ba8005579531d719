import type { Language } from './words/language.ts';

/** China keeps one time all year: its last summer time was in 1991. Reckoned here, as `Intl` is slow to begin with. */
const AHEAD_OF_GREENWICH_MILLISECONDS = 8 * 3_600_000;

const chineseWeekdays = '周日 周一 周二 周三 周四 周五 周六'.split(' ');
const englishWeekdays = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');
const englishMonths = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Whose UTC parts are those of a clock and a calendar in China. */
function inChina(instant: Date): Date {
  return new Date(instant.getTime() + AHEAD_OF_GREENWICH_MILLISECONDS);
}

/** The hour of the day in China, 0 to 23. */
export function hourInChina(instant: Date): number {
  return inChina(instant).getUTCHours();
}

function timeOf(instant: Date): string {
  return inChina(instant).toISOString().slice(11, 16);
}

function dayOf(instant: Date, language: Language, now: Date): string {
  const moment = inChina(instant);
  const [year, month, day] = [moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate()];
  const isThisYear = year === inChina(now).getUTCFullYear();
  if (language === 'en') {
    const date = `${englishWeekdays[moment.getUTCDay()]} ${day} ${englishMonths[month]}`;
    return isThisYear ? date : `${date} ${year}`;
  }
  const date = `${month + 1}月${day}日 ${chineseWeekdays[moment.getUTCDay()]}`;
  return isThisYear ? date : `${year}年${date}`;
}

/** A day: an ISO instant or `YYYY-MM-DD`. 「10月18日 周六」, with the year when it is not this one. */
export function formatDay(day: string, language: Language, now = new Date()): string {
  return dayOf(dateOf(day), language, now);
}

/** The day in China on which an ISO instant falls, `YYYY-MM-DD`. */
export function dayInChina(instant: string): string {
  return inChina(new Date(instant)).toISOString().slice(0, 10);
}

/** An ISO instant: 「10月18日 周六 14:00」, "Sat 18 Oct 14:00". */
export function formatInstant(instant: string, language: Language, now = new Date()): string {
  return `${dayOf(dateOf(instant), language, now)} ${timeOf(dateOf(instant))}`;
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
  if (sameDay) return `${start}–${timeOf(dateOf(endsAt))}`;
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

/** Two places at most, thousands set apart. By hand, as `Intl` is slow to begin with. */
function trimmed(number: number): string {
  const [whole = '', rest] = String(Math.round(number * 100) / 100).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return rest ? `${grouped}.${rest}` : grouped;
}

/** A bare day means its noon in China, so that no zone moves it to the day before. */
function dateOf(dayOrInstant: string): Date {
  return new Date(dayOrInstant.length === 10 ? `${dayOrInstant}T12:00:00+08:00` : dayOrInstant);
}
