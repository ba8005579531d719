import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import { queryOf } from './query-of.ts';

const ROWS_A_PAGE = 50;

export type BoardOf = Readonly<Partial<Record<'place' | 'on', string>>>;

/** How far a place and the places below it are. */
export function useDutyBoard(asked: BoardOf) {
  return useQuery({
    queryKey: ['duties', 'board', asked],
    queryFn: ({ signal }) =>
      api('GET /api/v1/duty-board', { query: queryOf<'GET /api/v1/duty-board'>(asked), signal }),
    placeholderData: keepPreviousData,
  });
}

/** What I answer for, what is late first. */
export function useMyDuties({ enabled }: { readonly enabled: boolean }) {
  return useQuery({
    queryKey: ['duties', 'mine'],
    queryFn: ({ signal }) => api('GET /api/v1/my-duties', { signal }),
    enabled,
  });
}

/** How a place's duties grew week by week; of one duty or all. */
export function useDutyTrend(asked: BoardOf & { readonly duty?: string }) {
  return useQuery({
    queryKey: ['duties', 'trend', asked],
    queryFn: ({ signal }) =>
      api('GET /api/v1/duty-trend', { query: queryOf<'GET /api/v1/duty-trend'>(asked), signal }),
    placeholderData: keepPreviousData,
  });
}

/** Who carries the events of a term at a place. */
export function useDutyLoad(asked: BoardOf) {
  return useQuery({
    queryKey: ['duties', 'load', asked],
    queryFn: ({ signal }) =>
      api('GET /api/v1/duty-load', { query: queryOf<'GET /api/v1/duty-load'>(asked), signal }),
    placeholderData: keepPreviousData,
  });
}

export interface TasksOf {
  readonly duty: string;
  readonly place: string;
  readonly period: string;
  readonly standing?: string;
}

/** Whose tasks a duty has at a place. */
export function useDutyTasks({ duty, ...asked }: TasksOf) {
  return useInfiniteQuery({
    queryKey: ['duties', 'tasks', duty, asked],
    queryFn: ({ signal, pageParam }) =>
      api('GET /api/v1/duties/{duty}/tasks', {
        params: { duty },
        query: {
          ...queryOf<'GET /api/v1/duties/{duty}/tasks'>(asked),
          limit: ROWS_A_PAGE,
          cursor: pageParam,
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled: asked.place !== '' && asked.period !== '',
  });
}

export interface FactsOf {
  readonly duty: string;
  readonly holder: string;
  readonly key: string;
  readonly place: string;
}

/** The records that a task stands on. A child's are a look, which the server writes down. */
export function useDutyFacts({ duty, ...asked }: FactsOf) {
  return useQuery({
    queryKey: ['duties', 'facts', duty, asked],
    queryFn: ({ signal }) =>
      api('GET /api/v1/duties/{duty}/facts', { params: { duty }, query: asked, signal }),
    refetchOnWindowFocus: false,
  });
}
