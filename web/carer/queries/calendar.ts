import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';

const ADDRESS = ['calendar-address'] as const;

/** Whether my phone's calendar has an address to read from. */
export function useCalendarAddress() {
  return useQuery({
    queryKey: ADDRESS,
    queryFn: ({ signal }) => api('GET /api/v1/me/calendar-address', { signal }),
  });
}

/** Makes an address; it is shown now or never, and one made before opens nothing any more. */
export function useMakeCalendarAddress() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api('POST /api/v1/me/calendar-address'),
    onSuccess: () => client.invalidateQueries({ queryKey: ADDRESS }),
  });
}

export function useEndCalendarAddress() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api('DELETE /api/v1/me/calendar-address'),
    onSuccess: () => client.invalidateQueries({ queryKey: ADDRESS }),
  });
}
