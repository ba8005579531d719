import { TZDate } from '@date-fns/tz';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { DatedActivity } from '../../../records/activities/index.ts';

const ZONE = 'Asia/Shanghai';

/** China keeps one time all year round, since 1991 without summer time. */
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
].join('\r\n');

export interface CalendarHead {
  readonly name: string;
  /** Makes UIDs unique in the world; never changes. */
  readonly district: string;
  /** Where an activity's page is: `link(id)`. */
  readonly link: (activity: string) => string;
  /** Before the title of what the reader waits for. */
  readonly waitingWord: string;
}

/** The activities as a calendar in iCalendar form (RFC 5545), CRLF at the ends of lines. */
export function toICal(activities: readonly DatedActivity[], head: CalendarHead): string {
  const calendar = ical({
    name: head.name,
    prodId: { company: 'Gongyu', product: 'Calendar', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    // No zone of the calendar's own: the library would write DTSTAMP in it, which has to be UTC. And no `ttl`, which
    // it writes behind the zone, where no property may stand.
    timezone: { name: null, generator: () => zoneDefinition },
  });
  for (const activity of activities) {
    calendar.createEvent({
      id: `${activity.id}@${head.district}.gongyu`,
      sequence: activity.version - 1,
      stamp: activity.changed_at,
      lastModified: activity.changed_at,
      timezone: ZONE,
      start: inShanghai(activity.begins_at),
      end: inShanghai(activity.ends_at),
      summary: activity.is_waiting ? `${head.waitingWord}${activity.title}` : activity.title,
      location: `${activity.host_name} ${activity.place}`.trim(),
      description: [activity.description, activity.bring].filter(Boolean).join('\n') || null,
      url: head.link(activity.id),
      status: statusOf(activity),
    });
  }
  return calendar.toString();
}

function statusOf({ state, is_waiting }: DatedActivity): ICalEventStatus {
  if (state === 'cancelled') return ICalEventStatus.CANCELLED;
  return is_waiting ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

function inShanghai(instant: Date): TZDate {
  return new TZDate(instant, ZONE);
}
