import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api.ts';
import type { Organisation } from '../../shared/api-types.gen.ts';

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

/** The tree as far as it was unfolded, and the chosen place even if its branch was not. */
export function useOrganisationBranches(chosen: string) {
  const client = useQueryClient();
  const top = useOrganisation('').data;
  const there = useQuery({ ...organisationQuestion(chosen), enabled: chosen !== '' }).data;
  const [unfolded, setUnfolded] = useState<readonly Organisation[]>([]);
  const known = new Map(
    [
      ...(top ? [top.organisation, ...top.below] : []),
      ...(there ? [...there.path, there.organisation] : []),
      ...unfolded,
    ].map((organisation) => [organisation.id, organisation]),
  );
  const branches = [...known.values()].map(
    ({ id, parent_id, name, kind }): Branch => ({
      id,
      pId: parent_id && known.has(parent_id) ? parent_id : '',
      value: id,
      title: name,
      isLeaf: kind === 'class' || kind === 'community',
    }),
  );
  const unfold = async (id: string) => {
    const { below } = await client.fetchQuery(organisationQuestion(id));
    setUnfolded((before) => [...before, ...below]);
  };
  return { branches, unfold };
}
