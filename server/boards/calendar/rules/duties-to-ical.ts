import type { Words } from '../../../platform/index.ts';
import { asText, calendarText, digits } from './ical-text.ts';

const DAYS_REMINDED = 3;

/** What somebody answers for by a day: of whom is not said, for the address may be forwarded. */
export interface DatedDuty {
  readonly duty: string;
  /** A period of the plan, or the word for what falls due on occasion. */
  readonly period: string;
  readonly place: string;
  readonly place_name: string;
  readonly title: Words;
  readonly clause: string;
  readonly due_on: string;
  readonly tasks: number;
  readonly open: number;
}

export interface DutiesHead {
  readonly name: string;
  readonly language: 'zh' | 'en';
  /** Makes UIDs unique in the world; never changes. */
  readonly district: string;
  readonly link: (duty: DatedDuty) => string;
  readonly at: Date;
}

/**
 * Duties as a calendar: each a whole day, the last one it may be done on. What is done keeps its day with a tick, takes
 * no time and reminds of nothing; the phone reminds of what is open three days before.
 */
export function dutiesToICal(duties: readonly DatedDuty[], head: DutiesHead): string {
  return calendarText(
    head.name,
    duties.flatMap((duty) => eventLines(duty, head)),
  );
}

function eventLines(one: DatedDuty, { district, language, link, at }: DutiesHead): string[] {
  const { duty, period, place, place_name, clause, due_on, open } = one;
  const summary = summaryOf(one, language);
  const about = language === 'zh' ? `条款 ${clause}` : `Clause ${clause}`;
  return [
    'BEGIN:VEVENT',
    `UID:${[duty, period, due_on, place].join('-')}@${district}.gongyu`,
    'SEQUENCE:0',
    `DTSTAMP:${digits(at)}Z`,
    `DTSTART;VALUE=DATE:${due_on.replaceAll('-', '')}`,
    `SUMMARY:${asText(summary)}`,
    `LOCATION:${asText(place_name)}`,
    `DESCRIPTION:${asText(about)}`,
    `URL:${link(one)}`,
    'STATUS:CONFIRMED',
    // A duty blocks nobody's day.
    'TRANSP:TRANSPARENT',
    ...(open > 0 ? reminder(summary) : []),
    'END:VEVENT',
  ];
}

function summaryOf({ title, open, tasks }: DatedDuty, language: 'zh' | 'en'): string {
  if (open === 0) return `✓ ${title[language]}`;
  if (tasks === 1) return title[language];
  return language === 'zh'
    ? `${title.zh}：还有 ${open}/${tasks}`
    : `${title.en}: ${open} of ${tasks} left`;
}

function reminder(summary: string): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${asText(summary)}`,
    `TRIGGER:-P${DAYS_REMINDED}D`,
    'END:VALARM',
  ];
}
