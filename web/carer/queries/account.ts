import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Body } from '../../shared/api.ts';

/** Where I am signed in. */
export function useDevices() {
  return useQuery({
    queryKey: ['devices'],
    queryFn: ({ signal }) => api('GET /api/v1/sign-in/sessions', { signal }),
  });
}

export function useSignOutDevice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api('DELETE /api/v1/sign-in/sessions/{id}', { params: { id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['devices'] }),
  });
}

/** Keeps language and size of type with the person, for messages and for the next phone. */
export function useKeepHabits() {
  return useMutation({
    mutationFn: (body: Body<'PATCH /api/v1/me'>) => api('PATCH /api/v1/me', { body }),
  });
}
