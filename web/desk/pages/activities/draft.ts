import dayjs, { type Dayjs } from 'dayjs';
import type { ActivityDetail, NewActivity } from '../../queries/shapes.ts';

/** An activity as the form holds it. Days and times are the reader's own clock: a district has one. */
export interface Draft {
  readonly host_id: string;
  readonly kind: string;
  readonly title: string;
  readonly day: Dayjs | null;
  readonly from: Dayjs | null;
  readonly until: Dayjs | null;
  readonly place: string;
  readonly online_link: string;
  readonly description: string;
  readonly bring: string;
  readonly audience_ids: readonly string[];
  readonly stages: readonly string[];
  readonly capacity: number | null;
  readonly opens: Dayjs | null;
  readonly closes: Dayjs | null;
  readonly priority_ids: readonly string[];
  readonly priority_until: Dayjs | null;
  readonly is_public: boolean;
}

/** Begins with all families of the host invited; a community has none of its own and chooses schools. */
export function emptyDraft(
  host: { readonly id: string; readonly kind: string } | undefined,
): Draft {
  return {
    host_id: host?.id ?? '',
    kind: '',
    title: '',
    day: null,
    from: null,
    until: null,
    place: '',
    online_link: '',
    description: '',
    bring: '',
    audience_ids: host && host.kind !== 'community' ? [host.id] : [],
    stages: [],
    capacity: null,
    opens: null,
    closes: null,
    priority_ids: [],
    priority_until: null,
    is_public: true,
  };
}

export function draftOf(activity: ActivityDetail): Draft {
  const { registration_opens_at: opens, registration_closes_at: closes } = activity;
  return {
    host_id: activity.host_id,
    kind: activity.kind,
    title: activity.title,
    day: dayjs(activity.begins_at),
    from: dayjs(activity.begins_at),
    until: dayjs(activity.ends_at),
    place: activity.place,
    online_link: activity.online_link ?? '',
    description: activity.description,
    bring: activity.bring,
    audience_ids: activity.desk?.audience_ids ?? [],
    stages: activity.stages,
    capacity: activity.capacity,
    opens: opens ? dayjs(opens) : null,
    closes: closes ? dayjs(closes) : null,
    priority_ids: activity.desk?.priority_ids ?? [],
    priority_until: activity.priority?.until ? dayjs(activity.priority.until) : null,
    is_public: activity.is_public,
  };
}

/** What the server takes. An end before the beginning means the night after. */
export function writtenOf(draft: Draft): NewActivity {
  const begins = at(draft.day, draft.from);
  const sameDay = at(draft.day, draft.until);
  const ends = sameDay.isAfter(begins) ? sameDay : sameDay.add(1, 'day');
  return {
    host_id: draft.host_id,
    kind: draft.kind,
    title: draft.title.trim(),
    place: draft.place.trim(),
    begins_at: begins.toISOString(),
    ends_at: ends.toISOString(),
    description: draft.description.trim(),
    bring: draft.bring.trim(),
    online_link: draft.online_link.trim() || null,
    registration_opens_at: draft.opens?.toISOString() ?? null,
    registration_closes_at: draft.closes?.toISOString() ?? null,
    capacity: draft.capacity,
    priority_ids: draft.priority_ids,
    priority_until: draft.priority_until?.toISOString() ?? null,
    audience_ids: draft.audience_ids,
    stages: draft.stages,
    is_public: draft.is_public,
  };
}

function at(day: Dayjs | null, time: Dayjs | null): Dayjs {
  const midnight = (day ?? dayjs()).startOf('day');
  return midnight.hour(time?.hour() ?? 0).minute(time?.minute() ?? 0);
}
