import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import { ApiProblem, problemOfForgery } from '../../shared/api-problem.ts';
import type { CheckedCertificate, VerificationKit } from '../../shared/api-types.gen.ts';
import type { CheckedHere } from '../checking/check-here.ts';
import { isCopy } from '../checking/read-token.ts';

/** Keys and lists of the district, for checks without a network: the browser's worker remembers the last ones. */
const kitQuery = queryOptions({
  queryKey: ['verification-kit'],
  queryFn: ({ signal }): Promise<VerificationKit> =>
    api('GET /api/v1/public/verification-kit', { signal }),
  staleTime: 60_000,
});

export function useVerificationKit() {
  return useQuery(kitQuery);
}

/**
 * Checks the token of a certificate's QR. It travels in the body only: what stands in an address is kept by
 * logs and histories. Where the server is not reached, the browser checks it by itself as far as it can.
 */
export function useCertificateCheck(token: string) {
  const client = useQueryClient();
  return useQuery({
    queryKey: ['certificate-check', token],
    queryFn: ({ signal }) => check(client, token, signal),
    enabled: token !== '',
    // A check by the browser is asked of the server again when there is a network.
    staleTime: ({ state }) => (isCheckedHere(state.data) ? 0 : Number.POSITIVE_INFINITY),
    refetchInterval: ({ state }) => (isCheckedHere(state.data) ? ASK_AGAIN_MILLISECONDS : false),
    structuralSharing: false,
    retry: false,
    gcTime: 0,
  });
}

const ASK_AGAIN_MILLISECONDS = 30_000;
const GATEWAY_FAILS_FROM = 502;

/** Whether the browser checked it alone. */
export function isCheckedHere(
  checked: CheckedCertificate | CheckedHere | undefined,
): checked is CheckedHere {
  return checked !== undefined && 'listsSignedAt' in checked;
}

async function check(
  client: QueryClient,
  token: string,
  signal: AbortSignal,
): Promise<CheckedCertificate | CheckedHere> {
  if (isCopy(token)) {
    return api('POST /api/v1/public/admissions-copy-checks', { body: { copy: token }, signal });
  }
  try {
    return await api('POST /api/v1/public/certificate-checks', { body: { token }, signal });
  } catch (error) {
    if (!isOutOfReach(error)) throw error;
    const kit = await client.ensureQueryData({ ...kitQuery, retry: false }).catch(() => undefined);
    if (!kit) throw error;
    const { checkHere } = await import('../checking/check-here.ts');
    const checked = await checkHere(kit, token, new Date());
    if (!checked) throw problemOfForgery();
    return checked;
  }
}

function isOutOfReach(error: unknown): boolean {
  const status = error instanceof ApiProblem ? error.status : undefined;
  return status === 0 || (status !== undefined && status >= GATEWAY_FAILS_FROM);
}
