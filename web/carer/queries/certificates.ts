import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, addressOf, api, type Body } from '../../shared/api.ts';

export type MyCertificate = Answer<'GET /api/v1/certificates/{id}'>;

/** The certificates of my children. */
export function useMyCertificates() {
  return useQuery({
    queryKey: ['carer-certificates'],
    queryFn: ({ signal }) => api('GET /api/v1/carer/certificates', { signal }),
  });
}

export function useCertificate(id: string) {
  return useQuery({
    queryKey: ['certificate', id],
    queryFn: ({ signal }) => api('GET /api/v1/certificates/{id}', { params: { id }, signal }),
  });
}

/** Has it issued anew; gives the new one. */
export function useRenewCertificate({ id, version }: MyCertificate) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      api('POST /api/v1/certificates/{id}/renewal', { params: { id }, ifMatch: `"${version}"` }),
    onSettled: () =>
      Promise.all(
        ['certificate', 'carer-certificates', 'carer-home'].map((key) =>
          client.invalidateQueries({ queryKey: [key] }),
        ),
      ),
  });
}

export type CopyDetail = Body<'POST /api/v1/certificates/{id}/admissions-copies'>['show'][number];

/** A copy that shows only what is chosen. */
export function useMakeCopy(id: string) {
  return useMutation({
    mutationFn: (show: readonly CopyDetail[]) =>
      api('POST /api/v1/certificates/{id}/admissions-copies', {
        params: { id },
        body: { show: [...show] },
      }),
  });
}

/** Where the paper (PDF) is; opened by the phone itself, which may print or send it. */
export function paperAddress(id: string): string {
  return addressOf('/api/v1/certificates/{id}/paper', { id });
}

/** Where the signed credential (JSON) is. */
export function credentialAddress(id: string): string {
  return addressOf('/api/v1/certificates/{id}/credential', { id });
}

/** The same credential for verifiers that read tokens. */
export function jwtAddress(id: string): string {
  return addressOf('/api/v1/certificates/{id}/credential-jwt', { id });
}

/** The SM2 signature over the credential's bytes. */
export function sm2Address(id: string): string {
  return addressOf('/api/v1/certificates/{id}/sm2-signature', { id });
}
