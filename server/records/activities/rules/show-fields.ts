import {
  type ActivityKind,
  activityKind,
  curriculumStage,
  factKind,
  type Plan,
} from '../../../plan/index.ts';
import type { Language } from '../../../platform/index.ts';
import type { Activity } from '../tables.ts';
import { placesLeft } from './household.ts';

/** What every list shows of an activity. */
export function summaryOf(plan: Plan, activity: Activity, hosts: ReadonlyMap<string, string>) {
  return {
    activity_id: activity.id,
    title: activity.title,
    kind: activity.kind,
    // A kind that a later plan has dropped still has its id to show.
    kind_name: activityKind(plan, activity.kind)?.name ?? { zh: activity.kind, en: activity.kind },
    begins_at: activity.begins_at.toISOString(),
    ends_at: activity.ends_at.toISOString(),
    place: activity.place,
    host_id: activity.host_id,
    host_name: hosts.get(activity.host_id) ?? '',
    capacity: activity.capacity,
    places_left: placesLeft(activity),
    stages: activity.stages,
  };
}

/** 第一小学、第二小学 · 小学: for whom, in one line. */
export function audienceLine(
  plan: Plan,
  { audience, stages }: Pick<Activity, 'audience' | 'stages'>,
  names: ReadonlyMap<string, string>,
  language: Language,
): string {
  const comma = language === 'zh' ? '、' : ', ';
  const places = audience.flatMap((id) => names.get(id) ?? []).join(comma);
  const forStages = stages.flatMap((id) => curriculumStage(plan, id)?.name[language] ?? []);
  return [places, forStages.join(comma)].filter((part) => part !== '').join(' · ');
}

/** A deed that has not been done, as point rules would see it. */
export interface DeedToCome {
  readonly kind: string;
  readonly at: Date;
  readonly quantity: number;
  readonly attributes: {
    readonly kind: string;
    readonly counts_as: string;
    readonly host_kind: string;
  };
}

/**
 * What coming from beginning to end would state, by the first part that the kind names. This room does not know
 * what that earns; who registers its routes may say so.
 */
export function deedToCome(plan: Plan, activity: Activity): DeedToCome | undefined {
  const kind = activityKind(plan, activity.kind);
  const role = kind?.roles[0];
  if (!kind || !role) return undefined;
  const whole = Math.floor((activity.ends_at.getTime() - activity.begins_at.getTime()) / 60_000);
  // Nobody comes to all sessions from the first to the last.
  const planned = activity.session_minutes ?? whole;
  const isTimed = factKind(plan, role.fact)?.unit === 'minutes';
  return {
    kind: role.fact,
    at: activity.begins_at,
    quantity: isTimed ? Math.min(planned, kind.maximumMinutes) : 1,
    attributes: { kind: kind.id, counts_as: kind.countsAs, host_kind: activity.host_kind },
  };
}

/** A kind as the desk's form and the pages need it. */
export function activityKindShown(kind: ActivityKind) {
  return {
    id: kind.id,
    name: kind.name,
    summary: kind.summary,
    clause: kind.clause,
    counts_as: kind.countsAs,
    default_minutes: kind.defaultMinutes,
    maximum_minutes: kind.maximumMinutes,
    hosts: [...kind.hosts],
    roles: kind.roles.map(({ role }) => role),
    check_in: kind.checkIn,
    sessions: kind.sessions ?? null,
    private: kind.private ?? false,
    every_family: kind.everyFamily ?? false,
    with_children: kind.withChildren ?? false,
  };
}
