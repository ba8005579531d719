import type { FamilyTraits } from '../../../directory/index.ts';
import type { Plan } from '../../../plan/index.ts';
import type { FamilyLinks } from '../../points/index.ts';

/** By what families are told apart, as far as the roster knows. */
export const dimensions = ['stage', 'school', 'carers', 'raised-by', 'arrival'] as const;

/** The group of a family in each dimension; none where nothing is known. */
export function groupsOf(
  plan: Plan,
  { carers, arrivedOn }: Pick<FamilyLinks, 'carers' | 'arrivedOn'>,
  traits: FamilyTraits | undefined,
): Record<string, string> {
  const after = plan.certificates
    .flatMap(({ versions }) => versions.flatMap(({ lowered }) => lowered?.movedIn?.after ?? []))
    .at(-1);
  return {
    ...(traits?.stage && { stage: traits.stage }),
    ...(traits?.school && { school: traits.school }),
    carers: carers.length === 1 ? 'one' : 'several',
    ...(traits && { 'raised-by': traits.grandparent ? 'grandparent' : 'parent' }),
    ...(after !== undefined &&
      arrivedOn !== null && { arrival: arrivedOn > after ? 'later' : 'before' }),
  };
}
