import type { FactAttributes } from '../facts/index.ts';
import type { OrganisationKind, Stage } from './tables.ts';

/** What the log says of an organisation, besides that it is there. */
export interface OpenedPlace {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly lineage: readonly string[];
  readonly stage: Stage | null;
  readonly entered_in: number | null;
}

export interface OrganisationFact {
  readonly kind: 'organisation.opened' | 'organisation.closed';
  readonly source: string;
  readonly attributes: FactAttributes;
}

/**
 * An organisation came into being; `again`, an id of its own, where it had ceased before, or is another kind of place
 * from now on: the same source would say nothing.
 */
export function openedFact(place: OpenedPlace, again?: string): OrganisationFact {
  const { id, kind, lineage, stage, entered_in } = place;
  return {
    kind: 'organisation.opened',
    source: `organisation:${id}:opened${again === undefined ? '' : `:${again}`}`,
    attributes: {
      place_kind: kind,
      lineage,
      ...(stage !== null && { stage }),
      ...(entered_in !== null && { entered_in }),
    },
  };
}

/** It ceased, for the time being at least. */
export function closedFact({ id, kind }: OpenedPlace, once: string): OrganisationFact {
  return {
    kind: 'organisation.closed',
    source: `organisation:${id}:closed:${once}`,
    attributes: { place_kind: kind },
  };
}
