import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import type { CopyProgramme, NewProgramme, ProgrammeChange } from '../../shared/api-types.gen.ts';

/** Programmes of the hosts in reach, the newest term first. */
export function useProgrammes() {
  return useQuery({
    queryKey: ['programmes'],
    queryFn: ({ signal }) => api('GET /api/v1/programmes', { signal }),
  });
}

export function useProgramme(id: string) {
  return useQuery({
    queryKey: ['programme', id],
    queryFn: ({ signal }) => api('GET /api/v1/programmes/{id}', { params: { id }, signal }),
  });
}

export function useMakeProgramme() {
  const forget = useForgetProgrammes();
  return useMutation({
    mutationFn: (body: NewProgramme) => api('POST /api/v1/programmes', { body }),
    onSuccess: forget,
  });
}

/** Another name or summary; refused when someone else changed it since `version` was read. */
export function useChangeProgramme(id: string) {
  const forget = useForgetProgrammes();
  return useMutation({
    mutationFn: ({ version, ...body }: ProgrammeChange & { readonly version: number }) =>
      api('PATCH /api/v1/programmes/{id}', { params: { id }, body, ifMatch: `"${version}"` }),
    onSuccess: forget,
  });
}

/** Its dates stay as events of their own. */
export function useGiveUpProgramme(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api('DELETE /api/v1/programmes/{id}', { params: { id } }),
    // Its own page is still open and would ask for what is gone.
    onSuccess: () =>
      client.invalidateQueries({
        predicate: ({ queryKey: [name] }) =>
          ['programmes', 'activities', 'activity'].includes(String(name)),
      }),
  });
}

/** These activities are its dates. */
export function useChooseDates(id: string) {
  const forget = useForgetProgrammes();
  return useMutation({
    mutationFn: (activityIds: readonly string[]) =>
      api('PUT /api/v1/programmes/{id}/activities', {
        params: { id },
        body: { activity_ids: activityIds },
      }),
    onSuccess: forget,
  });
}

/** The corresponding days of another term, before anything is made. */
export function useProposedDates(id: string, term: string) {
  return useQuery({
    queryKey: ['programme', id, 'next', term],
    queryFn: ({ signal }) =>
      api('GET /api/v1/programmes/{id}/next', { params: { id }, query: { term_id: term }, signal }),
    enabled: term !== '',
  });
}

export function useCopyProgramme(id: string) {
  const forget = useForgetProgrammes();
  return useMutation({
    mutationFn: (body: CopyProgramme) =>
      api('POST /api/v1/programmes/{id}/copies', { params: { id }, body }),
    onSuccess: forget,
  });
}

function useForgetProgrammes() {
  const client = useQueryClient();
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey: [name] }) =>
        ['programmes', 'programme', 'activities', 'activity'].includes(String(name)),
    });
}
