import type { FactStatement } from '../../../facts/index.ts';
import { type ActivityRoleName, activityKind, factKind, type Plan } from '../../../plan/index.ts';

export interface AttendedActivity {
  readonly id: string;
  readonly kind: string;
  readonly host_id: string;
  readonly host_kind: string;
  readonly begins_at: Date;
  readonly stages: readonly string[];
}

export interface AttendedBy {
  readonly id: string;
  readonly carer_id: string;
  readonly role: ActivityRoleName;
  readonly version: number;
  readonly students: readonly string[];
  readonly minutes: number;
  /** How it is known. */
  readonly method: string;
  readonly actor: string;
}

/** `attendance:<id>`; a corrected one states anew under its version. */
export function sourceOf({ id, version }: { id: string; version: number }): string {
  return version === 1 ? `attendance:${id}` : `attendance:${id}:${version}`;
}

/**
 * The fact that an attendance states: of the kind that the plan names for the part played, in that kind's unit.
 * None when nothing of it counts.
 */
export function factOf(
  plan: Plan,
  activity: AttendedActivity,
  attendance: AttendedBy,
): FactStatement | undefined {
  if (attendance.minutes <= 0) return undefined;
  const kind = activityKind(plan, activity.kind);
  const role = kind?.roles.find((one) => one.role === attendance.role);
  // A kind or a part that a later plan no longer has states nothing: there is no rule to count it by.
  if (!kind || !role) return undefined;
  const isAlone = attendance.role === 'attendee' && attendance.students.length === 0;
  if (kind.withChildren && isAlone) return undefined;
  const [student, ...others] = attendance.students;
  const isTimed = factKind(plan, role.fact)?.unit === 'minutes';
  return {
    kind: role.fact,
    at: activity.begins_at,
    organisation: activity.host_id,
    subject: attendance.carer_id,
    actor: attendance.actor,
    quantity: isTimed ? attendance.minutes : 1,
    source: sourceOf(attendance),
    attributes: {
      activity: activity.id,
      kind: kind.id,
      counts_as: kind.countsAs,
      host_kind: activity.host_kind,
      ...(student !== undefined && others.length === 0 && { student }),
      students: attendance.students,
      stages: activity.stages,
      method: attendance.method,
    },
  };
}
