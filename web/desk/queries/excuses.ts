import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api, type Body } from '../../shared/api.ts';
import type { ExcuseRow } from '../../shared/api-types.gen.ts';
import { queryOf } from './query-of.ts';

const ROWS_A_PAGE = 50;

/** Excuses in one's reach, the newest first. Asking is a look at the children in it, which the server writes down. */
export function useExcuses(filters: { readonly state: string; readonly place: string }) {
  return useInfiniteQuery({
    queryKey: ['excuses', filters],
    queryFn: ({ signal, pageParam }) =>
      api('GET /api/v1/excuses', {
        query: {
          ...queryOf<'GET /api/v1/excuses'>(filters),
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

/** One of them, as a notice leads to it. */
export function useExcuse(id: string) {
  return useQuery({
    queryKey: ['excuses', 'one', id],
    queryFn: ({ signal }) => api('GET /api/v1/excuses/{id}', { params: { id }, signal }),
    enabled: id !== '',
    refetchOnWindowFocus: false,
  });
}

/** For what the plan excuses. */
export function useExcuseChoices() {
  return useQuery({
    queryKey: ['excuses', 'choices'],
    queryFn: ({ signal }) => api('GET /api/v1/excuses/choices', { signal }),
  });
}

function useAfterwards() {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ['excuses'] });
    await client.invalidateQueries({ queryKey: ['duties'] });
  };
}

export function useAskExcuse() {
  return useMutation({
    mutationFn: (body: Body<'POST /api/v1/excuses'>) => api('POST /api/v1/excuses', { body }),
    onSettled: useAfterwards(),
  });
}

export type ExcuseDecision = Body<'POST /api/v1/excuses/{id}/decision'>;

export function useDecideExcuse({ id, version }: ExcuseRow) {
  return useMutation({
    mutationFn: (body: ExcuseDecision) =>
      api('POST /api/v1/excuses/{id}/decision', {
        params: { id },
        body,
        ifMatch: `"${version}"`,
      }),
    onSettled: useAfterwards(),
  });
}

export function useWithdrawExcuse(id: string) {
  return useMutation({
    mutationFn: () => api('DELETE /api/v1/excuses/{id}', { params: { id } }),
    onSettled: useAfterwards(),
  });
}
