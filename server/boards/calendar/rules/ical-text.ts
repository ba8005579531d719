/** What every calendar in iCalendar form is made of (RFC 5545, the name as RFC 7986 has it). */

export const ZONE = 'Asia/Shanghai';
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

/** A calendar of some components, ready to be sent. */
export function calendarText(name: string, components: readonly string[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gongyu//Calendar//ZH',
    'METHOD:PUBLISH',
    `NAME:${asText(name)}`,
    `X-WR-CALNAME:${asText(name)}`,
    ...zoneDefinition,
    ...components,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** `20261018T140000`: an instant as China's clocks show it. */
export function inShanghai(instant: Date): string {
  return digits(new Date(instant.getTime() + OFFSET_MILLISECONDS));
}

/** `20261018T060000`: the instant's UTC fields. */
export function digits(instant: Date): string {
  return instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
}

/** A value of type TEXT: RFC 5545, 3.3.11. Control characters have no place in one. */
export function asText(plain: string): string {
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
