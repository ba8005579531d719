import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import { queryOf } from './query-of.ts';

interface PeopleFilters {
  readonly q: string;
  readonly organisation: string;
  readonly sort?: string;
}

const ROWS_A_PAGE = 50;

export function useStudents(filters: PeopleFilters) {
  return useInfiniteQuery({
    queryKey: ['students', filters],
    queryFn: ({ signal, pageParam }) =>
      api('GET /api/v1/students', {
        query: {
          ...queryOf<'GET /api/v1/students'>(filters),
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

/** A student's page. Asking is a look, which the server writes down for the family. */
export function useStudent(id: string) {
  return useQuery({
    queryKey: ['student', id],
    queryFn: ({ signal }) => api('GET /api/v1/students/{id}', { params: { id }, signal }),
    refetchOnWindowFocus: false,
  });
}

export function useStaff(filters: PeopleFilters) {
  return useInfiniteQuery({
    queryKey: ['staff', filters],
    queryFn: ({ signal, pageParam }) =>
      api('GET /api/v1/staff', {
        query: { ...queryOf<'GET /api/v1/staff'>(filters), limit: ROWS_A_PAGE, cursor: pageParam },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

export function useCarers(filters: PeopleFilters) {
  return useInfiniteQuery({
    queryKey: ['carers', filters],
    queryFn: ({ signal, pageParam }) =>
      api('GET /api/v1/carers', {
        query: { ...queryOf<'GET /api/v1/carers'>(filters), limit: ROWS_A_PAGE, cursor: pageParam },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}
