import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';

const ENTRIES_A_PAGE = 20;

/** The total of each child, who earned it, and what would give more. */
export function useMyPoints() {
  return useQuery({
    queryKey: ['carer-points'],
    queryFn: ({ signal }) => api('GET /api/v1/carer/points', { signal }),
  });
}

/** A carer's entries, newest first, a page at a time. */
export function useEntries(carerId: string) {
  return useInfiniteQuery({
    queryKey: ['point-entries', carerId],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      api('GET /api/v1/carers/{id}/points', {
        params: { id: carerId },
        query: { limit: ENTRIES_A_PAGE, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    getNextPageParam: (page) => page.next,
  });
}
