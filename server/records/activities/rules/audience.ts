import { type Stage, stages as schoolStages } from '../../../directory/index.ts';
import type { HostKind } from '../../../plan/index.ts';

export interface InvitedTo {
  /** Organisations whose families are invited. */
  readonly audience: readonly string[];
  /** Curriculum stages; empty: all. */
  readonly stages: readonly string[];
}

export interface InvitedChild {
  /** Of the present class; empty after leaving. */
  readonly lineage: readonly string[];
  readonly stage: Stage | null;
}

/** Whether a child's family is invited: by an organisation that the child belongs to, and by the stage. */
export function isInvited({ audience, stages }: InvitedTo, child: InvitedChild): boolean {
  return child.lineage.some((place) => audience.includes(place)) && fitsStage(stages, child.stage);
}

/** Whether a family is of a group that goes first: a child is; everybody is where the host names no group. */
export function goesFirst(
  { priority_ids: groups }: { readonly priority_ids: readonly string[] },
  children: readonly Pick<InvitedChild, 'lineage'>[],
): boolean {
  if (groups.length === 0) return true;
  return children.some(({ lineage }) => lineage.some((place) => groups.includes(place)));
}

/**
 * Whether an activity for these stages is one for the carers of a child at this stage of schooling. Stages that
 * no class has (expectant parents, grandparents …) are open to all: nobody but the family knows.
 */
export function fitsStage(stages: readonly string[], stage: Stage | null): boolean {
  if (stages.length === 0 || stage === null) return true;
  const ofSchools: readonly string[] = schoolStages;
  return stages.includes(stage) || stages.some((one) => !ofSchools.includes(one));
}

/**
 * The organisation within which a host may invite: itself, but for a community, whose families are those of the
 * schools of its subdistrict (2.2.1(2)).
 */
export function areaOfHost(hostKind: HostKind, hostLineage: readonly string[]): string | undefined {
  return hostKind === 'community' ? hostLineage.at(-2) : hostLineage.at(-1);
}

/**
 * Whether some families are invited to both: of two organisations invited one stands above the other, or they are
 * one. `lineageOf` gives each organisation's.
 */
export function shareFamilies(
  one: readonly string[],
  other: readonly string[],
  lineageOf: ReadonlyMap<string, readonly string[]>,
): boolean {
  const isWithin = (inner: string, outer: string) => lineageOf.get(inner)?.includes(outer) ?? false;
  return one.some((here) => other.some((there) => isWithin(here, there) || isWithin(there, here)));
}
