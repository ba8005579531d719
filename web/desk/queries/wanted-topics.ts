import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import { queryOf } from './query-of.ts';

const ROWS_A_PAGE = 50;

export type WantedTopicsFilters = Readonly<Partial<Record<'q' | 'host' | 'school_year', string>>>;

/** What families want to talk about, counted over a school year. */
export function useWantedTopics(filters: WantedTopicsFilters) {
  return useInfiniteQuery({
    queryKey: ['topics', 'wanted', filters],
    queryFn: ({ signal, pageParam }) =>
      api('GET /api/v1/wanted-topics', {
        query: {
          ...queryOf<'GET /api/v1/wanted-topics'>(filters),
          limit: ROWS_A_PAGE,
          cursor: pageParam,
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}
