import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';

/** What I was told, newest first. */
export function useNotices() {
  return useQuery({
    queryKey: ['notices'],
    queryFn: ({ signal }) => api('GET /api/v1/notices', { signal }),
  });
}

/** The home shows it no longer. */
export function useMarkRead() {
  const forget = useForgetHome();
  return useMutation({
    mutationFn: (id: string) => api('POST /api/v1/notices/{id}/read', { params: { id } }),
    onSuccess: forget,
  });
}

export function useMarkAllRead() {
  const forget = useForgetHome();
  return useMutation({ mutationFn: () => api('POST /api/v1/notices/read'), onSuccess: forget });
}

function useForgetHome() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['carer-home'] });
}
