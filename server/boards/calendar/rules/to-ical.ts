import type { DatedActivity } from '../../../records/activities/index.ts';

const ZONE = 'Asia/Shanghai';
/** China keeps one time all year round, since 1991 without summer time. */
const OFFSET_MILLISECONDS = 8 * 3_600_000;
const zoneDefinition = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

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
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gongyu//Calendar//ZH',
    'METHOD:PUBLISH',
    `NAME:${asText(head.name)}`,
    `X-WR-CALNAME:${asText(head.name)}`,
    ...zoneDefinition,
    ...activities.flatMap((activity) => eventLines(activity, head)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
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

function inShanghai(instant: Date): string {
  return digits(new Date(instant.getTime() + OFFSET_MILLISECONDS));
}

/** `20261018T060000`: the instant's UTC fields. */
function digits(instant: Date): string {
  return instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
}

/** A value of type TEXT: RFC 5545, 3.3.11. Control characters have no place in one. */
function asText(plain: string): string {
  return plain
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll(/\p{Cc}/gu, '');
}

const MOST_OCTETS = 75;

/** No line is longer than 75 octets; it goes on in the next behind a space, never within a character (3.1). */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= MOST_OCTETS) return line;
  let text = '';
  let octets = 0;
  for (const character of line) {
    const more = Buffer.byteLength(character);
    if (octets + more > MOST_OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += more;
  }
  return text;
}
