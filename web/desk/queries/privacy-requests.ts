import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api, type Body } from '../../shared/api.ts';
import { queryOf } from './query-of.ts';

const ROWS_A_PAGE = 50;

interface RequestFilters {
  readonly state: string;
  readonly kind: string;
  readonly sort: string;
}

/** Requests of people to have their data corrected or erased, that wait here. */
export function usePrivacyRequests(filters: RequestFilters, { enabled = true } = {}) {
  return useInfiniteQuery({
    queryKey: ['privacy-requests', filters],
    queryFn: ({ signal, pageParam }) =>
      api('GET /api/v1/privacy-requests', {
        query: {
          ...queryOf<'GET /api/v1/privacy-requests'>(filters),
          limit: ROWS_A_PAGE,
          cursor: pageParam,
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled,
  });
}

export function useAnswerRequest(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'POST /api/v1/privacy-requests/{id}/answer'>) =>
      api('POST /api/v1/privacy-requests/{id}/answer', { params: { id }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['privacy-requests'] }),
  });
}
