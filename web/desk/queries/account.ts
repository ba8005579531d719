import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Body } from '../../shared/api.ts';
import { ME } from '../../shared/queries/me.ts';

export function useSetPassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'PUT /api/v1/sign-in/password'>) =>
      api('PUT /api/v1/sign-in/password', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ME }),
  });
}

/** The secret for an authenticator, to be confirmed by a code that it shows. */
export function useOfferTotp() {
  return useMutation({ mutationFn: () => api('POST /api/v1/sign-in/totp') });
}

export function useConfirmTotp() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (totp: string) => api('POST /api/v1/sign-in/totp/confirmation', { body: { totp } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ME }),
  });
}
