import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Body } from '../../shared/api.ts';
import type { ClientFile } from '../../shared/api-types.gen.ts';

const CLIENTS = ['clients'] as const;

/** The programs of other houses that may ask this district. */
export function useClients() {
  return useQuery({
    queryKey: CLIENTS,
    queryFn: ({ signal }) => api('GET /api/v1/clients', { signal }),
  });
}

export function useClient(id: string) {
  return useQuery({
    queryKey: [...CLIENTS, id],
    queryFn: ({ signal }) => api('GET /api/v1/clients/{id}', { params: { id }, signal }),
  });
}

/** Gives the secret, now or never. */
export function useRegisterClient() {
  const forget = useForget();
  return useMutation({
    mutationFn: (body: Body<'POST /api/v1/clients'>) => api('POST /api/v1/clients', { body }),
    onSuccess: forget,
  });
}

export type FormerSecret = Body<'POST /api/v1/clients/{id}/secrets'>['former'];

/** Gives another secret, now or never. */
export function useRenewSecret({ id, version }: ClientFile) {
  const forget = useForget();
  return useMutation({
    mutationFn: (former: FormerSecret) =>
      api('POST /api/v1/clients/{id}/secrets', {
        params: { id },
        body: { former },
        ifMatch: `"${version}"`,
      }),
    onSettled: forget,
  });
}

export function useRevokeClient({ id, version }: ClientFile) {
  const forget = useForget();
  return useMutation({
    mutationFn: (reason: string) =>
      api('POST /api/v1/clients/{id}/revocation', {
        params: { id },
        body: { reason },
        ifMatch: `"${version}"`,
      }),
    onSettled: forget,
  });
}

function useForget() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: CLIENTS });
}
