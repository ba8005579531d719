import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';

const ROWS_A_PAGE = 50;

/** A carer's points with their reasons, newest first. */
export function usePointsOfCarer(carerId: string) {
  return useInfiniteQuery({
    queryKey: ['points-of-carer', carerId],
    queryFn: ({ signal, pageParam }) =>
      api('GET /api/v1/carers/{id}/points', {
        params: { id: carerId },
        query: { limit: ROWS_A_PAGE, cursor: pageParam },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}
