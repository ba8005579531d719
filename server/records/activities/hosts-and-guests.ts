import { findOrganisation, getOrganisation, type Organisation } from '../../directory/index.ts';
import {
  type ActivityKind,
  type ActivityRoleName,
  activityKind,
  curriculumStage,
  type HostKind,
  hostKinds,
  type Plan,
} from '../../plan/index.ts';
import type { ReadTransaction } from '../../platform/index.ts';
import {
  AudienceOutOfReach,
  HostMayNot,
  KindUnknown,
  RoleUnknown,
  StageUnknown,
} from './refusals.ts';
import { areaOfHost } from './rules/audience.ts';

/** The organisation that invites, and what the plan takes it for. */
export interface Host {
  readonly organisation: Organisation;
  readonly kind: HostKind;
}

/** A class or a grade invites in the name of its school or kindergarten. */
export async function getHost(transaction: ReadTransaction, id: string): Promise<Host> {
  const organisation = await getOrganisation(transaction, id);
  for (const place of organisation.lineage.toReversed()) {
    const above = place === id ? organisation : await findOrganisation(transaction, place);
    const kind = hostKinds.find((one) => one === above?.kind);
    if (kind) return { organisation, kind };
  }
  throw new Error(`The organisation ${id} stands in no district.`);
}

/** The kind, if the plan has it and lets this kind of organisation host it. */
export function requireKind(plan: Plan, id: string, hostKind: HostKind): ActivityKind {
  const kind = activityKind(plan, id);
  if (!kind) throw KindUnknown();
  if (!kind.hosts.includes(hostKind)) throw HostMayNot();
  return kind;
}

export function requireStages(plan: Plan, stages: readonly string[]): void {
  const unknown = stages.find((id) => !curriculumStage(plan, id));
  if (unknown !== undefined) throw StageUnknown({ detail: { zh: unknown, en: unknown } });
}

/** The organisations invited, all within the host's area; that whole area when none is named. */
export async function requireAudience(
  transaction: ReadTransaction,
  { kind, lineage }: { kind: HostKind; lineage: readonly string[] },
  audience: readonly string[],
): Promise<string[]> {
  const area = areaOfHost(kind, lineage);
  if (area === undefined) throw new Error('A host stands at least in itself.');
  if (audience.length === 0) return [area];
  for (const id of audience) {
    const invited = await findOrganisation(transaction, id);
    if (!invited?.lineage.includes(area)) {
      const name = invited?.name ?? id;
      throw AudienceOutOfReach({ detail: { zh: name, en: name } });
    }
  }
  return [...audience];
}

/** The organisations whose families go first, all within the host's area. */
export async function requireGroups(
  transaction: ReadTransaction,
  area: { kind: HostKind; lineage: readonly string[] },
  groups: readonly string[],
): Promise<string[]> {
  return groups.length === 0 ? [] : requireAudience(transaction, area, groups);
}

/** The part that the family plays: the first that the kind names, unless staff say another of its parts. */
export function roleFor(
  plan: Plan,
  kind: string,
  asked: ActivityRoleName | undefined,
): ActivityRoleName {
  const roles = activityKind(plan, kind)?.roles ?? [];
  const role = asked ? roles.find((one) => one.role === asked) : roles[0];
  if (!role) throw RoleUnknown();
  return role.role;
}

/** Whether only the two sides may know who comes. */
export function isPrivateKind(plan: Plan, kind: string): boolean {
  return activityKind(plan, kind)?.private ?? false;
}
