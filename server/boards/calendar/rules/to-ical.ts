import type { DatedActivity } from '../../../records/activities/index.ts';
import { asText, calendarText, digits, inShanghai, ZONE } from './ical-text.ts';

export interface CalendarHead {
  readonly name: string;
  /** Makes UIDs unique in the world; never changes. */
  readonly district: string;
  /** Where an activity's page is: `link(id)`. */
  readonly link: (activity: string) => string;
  /** Before the title of what the reader waits for. */
  readonly waitingWord: string;
  /** How long before it the phone reminds; in a feed each phone decides that for itself. */
  readonly minutesReminded?: number | undefined;
}

/** The activities as a calendar in iCalendar form (RFC 5545, the name as RFC 7986 has it), ready to be sent. */
export function toICal(activities: readonly DatedActivity[], head: CalendarHead): string {
  return calendarText(
    head.name,
    activities.flatMap((activity) => eventLines(activity, head)),
  );
}

function eventLines(
  activity: DatedActivity,
  { district, link, waitingWord, minutesReminded }: CalendarHead,
): string[] {
  const { id, version, changed_at, begins_at, ends_at, title, host_name, place } = activity;
  const description = [activity.description, activity.bring].filter(Boolean).join('\n');
  return [
    'BEGIN:VEVENT',
    `UID:${id}@${district}.gongyu`,
    `SEQUENCE:${version - 1}`,
    `DTSTAMP:${digits(changed_at)}Z`,
    `LAST-MODIFIED:${digits(changed_at)}Z`,
    `DTSTART;TZID=${ZONE}:${inShanghai(begins_at)}`,
    `DTEND;TZID=${ZONE}:${inShanghai(ends_at)}`,
    `SUMMARY:${asText(activity.is_waiting ? `${waitingWord}${title}` : title)}`,
    `LOCATION:${asText(`${host_name} ${place}`.trim())}`,
    ...(description === '' ? [] : [`DESCRIPTION:${asText(description)}`]),
    `URL:${link(id)}`,
    `STATUS:${statusOf(activity)}`,
    ...(minutesReminded === undefined ? [] : reminder(title, minutesReminded)),
    'END:VEVENT',
  ];
}

function reminder(title: string, minutes: number): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${asText(title)}`,
    `TRIGGER:-PT${minutes}M`,
    'END:VALARM',
  ];
}

function statusOf({ state, is_waiting }: DatedActivity): 'CANCELLED' | 'TENTATIVE' | 'CONFIRMED' {
  if (state === 'cancelled') return 'CANCELLED';
  return is_waiting ? 'TENTATIVE' : 'CONFIRMED';
}
