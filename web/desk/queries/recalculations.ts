import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api, type Body } from '../../shared/api.ts';
import type { Recalculation } from '../../shared/api-types.gen.ts';

const LINES_A_PAGE = 50;
const MILLISECONDS_BETWEEN_LOOKS = 2000;

export function useRecalculations() {
  return useQuery({
    queryKey: ['recalculations'],
    queryFn: ({ signal }) => api('GET /api/v1/recalculations', { signal }),
  });
}

/** Looks again while the program is at it. */
export function useRecalculation(id: string) {
  return useQuery({
    queryKey: ['recalculations', id],
    queryFn: ({ signal }) => api('GET /api/v1/recalculations/{id}', { params: { id }, signal }),
    refetchInterval: ({ state }) =>
      state.data?.state === 'counting' || state.data?.state === 'confirmed'
        ? MILLISECONDS_BETWEEN_LOOKS
        : false,
  });
}

/** Everybody whose points change. */
export function useRecalculationLines({ id, carers }: Recalculation) {
  return useInfiniteQuery({
    queryKey: ['recalculations', id, 'lines', carers],
    queryFn: ({ signal, pageParam }) =>
      api('GET /api/v1/recalculations/{id}/lines', {
        params: { id },
        query: { limit: LINES_A_PAGE, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

export function useOrderRecalculation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'POST /api/v1/recalculations'>) =>
      api('POST /api/v1/recalculations', { body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['recalculations'] }),
  });
}

export function useDecideRecalculation({ id, version }: Recalculation) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'POST /api/v1/recalculations/{id}/decision'>) =>
      api('POST /api/v1/recalculations/{id}/decision', {
        params: { id },
        body,
        ifMatch: `"${version}"`,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['recalculations'] }),
  });
}
