import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, type Body } from '../../shared/api.ts';
import type { ReliefRow } from '../../shared/api-types.gen.ts';
import { queryOf } from './query-of.ts';

const ROWS_A_PAGE = 50;

/** Leaves and disabilities of carers, the newest first. Asking is a look, which the server writes down. */
export function useReliefs(filters: { readonly state: string }) {
  return useInfiniteQuery({
    queryKey: ['reliefs', filters],
    queryFn: ({ signal, pageParam }) =>
      api('GET /api/v1/reliefs', {
        query: {
          ...queryOf<'GET /api/v1/reliefs'>(filters),
          limit: ROWS_A_PAGE,
          cursor: pageParam,
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
}

export function useAskRelief() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'POST /api/v1/reliefs'>) => api('POST /api/v1/reliefs', { body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['reliefs'] }),
  });
}

export type ReliefDecision = Body<'POST /api/v1/reliefs/{id}/decision'>;

export function useDecideRelief({ id, version }: ReliefRow) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ReliefDecision) =>
      api('POST /api/v1/reliefs/{id}/decision', {
        params: { id },
        body,
        ifMatch: `"${version}"`,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['reliefs'] }),
  });
}
