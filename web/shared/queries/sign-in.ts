import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Body } from '../api.ts';
import { ME } from './me.ts';

/** Asks for a code by text message. */
export function useSendCode() {
  return useMutation({
    mutationFn: (phone: string) => api('POST /api/v1/sign-in/codes', { body: { phone } }),
  });
}

/** Signs in by code or by password; the answer may be a choice among several carers of one phone. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'POST /api/v1/sign-in/sessions'>) =>
      api('POST /api/v1/sign-in/sessions', { body }),
    onSuccess: (answer) => {
      if (!('choose' in answer)) return client.invalidateQueries({ queryKey: ME });
    },
  });
}

/** Signs out and forgets everything that was read. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api('DELETE /api/v1/sign-in/session'),
    onSuccess: () => {
      client.clear();
      client.setQueryData(ME, null);
    },
  });
}

/** The demo's people; none where the server has no demo. */
export function usePersonas() {
  return useQuery({
    queryKey: ['demo-personas'],
    queryFn: ({ signal }) =>
      api('GET /api/v1/demo/personas', { signal }).then(
        (answer) => answer.personas,
        () => [],
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Walks in as one of the demo's people, and to where that person works. */
export function usePersonaSignIn() {
  return useMutation({
    mutationFn: async ({ persona, home }: { persona: string; home: string }) => {
      await api('POST /api/v1/demo/sign-in', { body: { persona } });
      location.assign(home);
    },
  });
}
