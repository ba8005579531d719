import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api, type Body } from '../../shared/api.ts';
import type { Certificate } from '../../shared/api-types.gen.ts';
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

export type Decision = Body<'POST /api/v1/certificates/{id}/decision'>;

/** The district office decides; gives the certificate that stands now. */
export function useDecideOnCertificate({ id, version }: Certificate) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Decision) =>
      api('POST /api/v1/certificates/{id}/decision', {
        params: { id },
        body,
        ifMatch: `"${version}"`,
      }),
    onSettled: () => forget(client),
  });
}

/** For a family that came to the office. */
export function useRenewCertificate({ id, version }: Certificate) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api('POST /api/v1/certificates/{id}/renewal', { params: { id }, ifMatch: `"${version}"` }),
    onSettled: () => forget(client),
  });
}

function forget(client: ReturnType<typeof useQueryClient>) {
  return Promise.all(
    ['certificate', 'certificates'].map((key) => client.invalidateQueries({ queryKey: [key] })),
  );
}
