import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Body } from '../api.ts';
import { forgetKeptAnswers } from '../kept-answers.ts';
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
    onSuccess: async (answer) => {
      if ('choose' in answer) return;
      await forgetKeptAnswers();
      await client.invalidateQueries({ queryKey: ME });
    },
  });
}

/** Signs out and forgets everything that was read; the phone's memory of it even where no network is. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await forgetKeptAnswers();
      await api('DELETE /api/v1/sign-in/session');
    },
    onSuccess: () => {
      client.setQueryData(ME, null);
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME[0] });
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
      await forgetKeptAnswers();
      location.assign(home);
    },
  });
}
