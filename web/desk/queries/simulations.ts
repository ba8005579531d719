import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Body } from '../../shared/api.ts';

const MILLISECONDS_BETWEEN_LOOKS = 2000;

export type ChangedFile = Body<'POST /api/v1/simulations'>['file'];

/** A file of the plan in force, to begin a change with. */
export function usePlanText(file: ChangedFile) {
  return useQuery({
    queryKey: ['plan-file', file],
    queryFn: ({ signal }) => api('GET /api/v1/plan-files/{file}', { params: { file }, signal }),
    refetchOnWindowFocus: false,
  });
}

export function useSimulations() {
  return useQuery({
    queryKey: ['simulations'],
    queryFn: ({ signal }) => api('GET /api/v1/simulations', { signal }),
  });
}

/** Looks again while it is being counted. */
export function useSimulation(id: string) {
  return useQuery({
    queryKey: ['simulation', id],
    queryFn: ({ signal }) => api('GET /api/v1/simulations/{id}', { params: { id }, signal }),
    refetchInterval: ({ state }) =>
      state.data?.state === 'running' ? MILLISECONDS_BETWEEN_LOOKS : false,
  });
}

export function useTryChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'POST /api/v1/simulations'>) =>
      api('POST /api/v1/simulations', { body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['simulations'] }),
  });
}
