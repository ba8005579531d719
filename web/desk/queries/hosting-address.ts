import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';

const ADDRESS = ['hosting-address'] as const;

/** Whether my calendar has an address of what we hold to read from. */
export function useHostingAddress() {
  return useQuery({
    queryKey: ADDRESS,
    queryFn: ({ signal }) => api('GET /api/v1/me/hosting-address', { signal }),
  });
}

/** Makes an address; it is shown now or never, and one made before opens nothing any more. */
export function useMakeHostingAddress() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api('POST /api/v1/me/hosting-address'),
    onSuccess: () => client.invalidateQueries({ queryKey: ADDRESS }),
  });
}

export function useEndHostingAddress() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api('DELETE /api/v1/me/hosting-address'),
    onSuccess: () => client.invalidateQueries({ queryKey: ADDRESS }),
  });
}
