import { useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';

/**
 * Checks the token of a certificate's QR. It travels in the body only: what stands in an address is kept by
 * logs and histories. Asked once; a new check is a new page.
 */
export function useCertificateCheck(token: string) {
  return useQuery({
    queryKey: ['certificate-check', token],
    queryFn: ({ signal }) =>
      api('POST /api/v1/public/certificate-checks', { body: { token }, signal }),
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}
