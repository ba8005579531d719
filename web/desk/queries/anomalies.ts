import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import type { AnomalyFile, AnomalyLine, LookIntoAnomaly } from '../../shared/api-types.gen.ts';
import { queryOf } from './query-of.ts';

export type { AnomalyFile, AnomalyLine, LookIntoAnomaly };

const ROWS_A_PAGE = 50;

export type AnomalyFilters = Readonly<Record<'show' | 'kind' | 'sort', string>>;

/** What looks unlikely of the events in reach. */
export function useAnomalies(filters: AnomalyFilters) {
  return useInfiniteQuery({
    queryKey: ['anomalies', filters],
    queryFn: ({ signal, pageParam }) =>
      api('GET /api/v1/anomalies', {
        query: {
          ...queryOf<'GET /api/v1/anomalies'>(filters),
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

/** One of them. Asking is a look, which the server writes down for the carers. */
export function useAnomaly(id: string) {
  return useQuery({
    queryKey: ['anomaly', id],
    queryFn: ({ signal }) => api('GET /api/v1/anomalies/{id}', { params: { id }, signal }),
    refetchOnWindowFocus: false,
  });
}

export function useLookInto({ id, version }: AnomalyFile) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: LookIntoAnomaly) =>
      api('POST /api/v1/anomalies/{id}/finding', {
        params: { id },
        body,
        ifMatch: `"${version}"`,
      }),
    onSuccess: (file) => client.setQueryData(['anomaly', id], file),
    onSettled: () => client.invalidateQueries({ queryKey: ['anomalies'] }),
  });
}
