import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import { queryOf } from './query-of.ts';

const ROWS_A_PAGE = 50;

interface LinkFilters {
  readonly state: string;
  readonly sort: string;
}

/** Requests of carers to be linked to a child of one's school. */
export function useLinkRequests(filters: LinkFilters, { enabled = true } = {}) {
  return useInfiniteQuery({
    queryKey: ['link-requests', filters],
    queryFn: ({ signal, pageParam }) =>
      api('GET /api/v1/link-requests', {
        query: {
          ...queryOf<'GET /api/v1/link-requests'>(filters),
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

export interface Decision {
  readonly id: string;
  readonly decision: 'confirm' | 'decline';
  readonly studentId: string;
  /** Why not; the carer reads it. */
  readonly reason: string;
}

export function useDecideLink() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, decision, studentId, reason }: Decision) =>
      api('POST /api/v1/link-requests/{id}/decision', {
        params: { id },
        body: decision === 'confirm' ? { decision, student_id: studentId } : { decision, reason },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['link-requests'] }),
  });
}
