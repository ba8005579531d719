import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import type { Organisation, OrganisationDetail } from '../../shared/api-types.gen.ts';

/** An organisation with its path, what is below it and its counts; the top of one's reach without an id. */
export function useOrganisation(id: string) {
  return useQuery(organisationQuestion(id));
}

function organisationQuestion(id: string) {
  return {
    queryKey: ['organisation', id],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      id
        ? api('GET /api/v1/organisations/{id}', { params: { id }, signal })
        : api('GET /api/v1/organisations', { signal }),
  };
}

interface Branch {
  readonly id: string;
  readonly pId: string;
  readonly value: string;
  readonly title: string;
  readonly isLeaf: boolean;
}

/**
 * The tree from one's own place down, as far as it was unfolded, and the chosen place even if its branch was
 * not. A community sees the district's schools beside itself, because it invites their families.
 */
export function useOrganisationBranches(chosen: string) {
  const client = useQueryClient();
  const top = useOrganisation('').data;
  const there = useQuery({ ...organisationQuestion(chosen), enabled: chosen !== '' }).data;
  const schools = useSchools(top?.organisation.kind === 'community');
  const [unfolded, setUnfolded] = useState<readonly Organisation[]>([]);
  const [expanded, setExpanded] = useState<readonly string[]>();
  const root = top?.organisation.id;
  const known = new Map(
    [
      ...(top ? [top.organisation, ...top.below] : []),
      ...belowRoot(there, root),
      ...unfolded,
      ...schools,
    ].map((organisation) => [organisation.id, organisation]),
  );
  const branches = [...known.values()].map(
    ({ id, parent_id, name, kind }): Branch => ({
      id,
      pId: parent_id && known.has(parent_id) ? parent_id : '',
      value: id,
      title: name,
      isLeaf: kind === 'class' || kind === 'community' || schools.some((one) => one.id === id),
    }),
  );
  const unfold = async (id: string) => {
    const { below } = await client.fetchQuery(organisationQuestion(id));
    setUnfolded((before) => [...before, ...below]);
  };
  return { branches, unfold, expanded: [...(expanded ?? (root ? [root] : []))], setExpanded };
}

/** The way to a place, without what lies above one's reach: that may be named but not opened. */
function belowRoot(there: OrganisationDetail | undefined, root: string | undefined) {
  if (!there) return [];
  const way = [...there.path.filter(({ id }) => id !== there.organisation.id), there.organisation];
  const first = way.findIndex(({ id }) => id === root);
  return way.slice(Math.max(first, 0)).filter(() => first >= 0);
}

/** Schools and kindergartens of the district, as roots of their own. */
function useSchools(enabled: boolean) {
  const schools = useQuery({
    queryKey: ['schools'],
    queryFn: ({ signal }) => api('GET /api/v1/schools', { signal }),
    enabled,
  }).data;
  return (enabled ? (schools?.items ?? []) : []).map((school) => ({ ...school, parent_id: null }));
}
