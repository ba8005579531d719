interface CalendarEvent {
  readonly activity_id: string;
  readonly title: string;
  readonly place: string;
  readonly begins_at: string;
  readonly ends_at: string;
}

/** One event as an iCalendar file (RFC 5545), with a reminder an hour before. */
export function calendarFile(event: CalendarEvent): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gongyu//Carer//ZH',
    'BEGIN:VEVENT',
    `UID:${event.activity_id}@gongyu`,
    `DTSTAMP:${stamp(event.begins_at)}`,
    `DTSTART:${stamp(event.begins_at)}`,
    `DTEND:${stamp(event.ends_at)}`,
    `SUMMARY:${escaped(event.title)}`,
    `LOCATION:${escaped(event.place)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(event.title)}`,
    'TRIGGER:-PT1H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}

/** `20261018T060000Z` */
function stamp(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n');
}

/** Lines of at most 75 octets: 24 characters of three octets each, and the blank that goes on. */
function folded(line: string): string {
  return (line.match(/.{1,24}/gu) ?? ['']).join('\r\n ');
}
