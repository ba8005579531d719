import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import { queryOf } from './query-of.ts';

const ROWS_A_PAGE = 50;

export type CertificateFilters = Readonly<
  Record<'q' | 'organisation' | 'state' | 'from' | 'to' | 'sort', string>
>;

export function useCertificates(filters: CertificateFilters) {
  return useInfiniteQuery({
    queryKey: ['certificates', filters],
    queryFn: ({ signal, pageParam }) =>
      api('GET /api/v1/certificates', {
        query: {
          ...queryOf<'GET /api/v1/certificates'>(filters),
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

/** One certificate with its history. Asking is a look, which the server writes down for the family. */
export function useCertificate(id: string) {
  return useQuery({
    queryKey: ['certificate', id],
    queryFn: ({ signal }) => api('GET /api/v1/certificates/{id}', { params: { id }, signal }),
    refetchOnWindowFocus: false,
  });
}
