import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import { queryOf } from './query-of.ts';

const ROWS_A_PAGE = 50;

export type BoardFilters = Readonly<Partial<Record<'q' | 'host' | 'missing', string>>>;

/** Events of the hosts in reach, with what each still lacks. */
export function useBoard(filters: BoardFilters, { enabled = true } = {}) {
  return useInfiniteQuery({
    queryKey: ['activities', 'board', filters],
    queryFn: ({ signal, pageParam }) =>
      api('GET /api/v1/host-board', {
        query: {
          ...queryOf<'GET /api/v1/host-board'>(filters),
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
