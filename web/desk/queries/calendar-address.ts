import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';

/** What my calendar may read: what my organisations hold, or what I answer for. */
export type OwnCalendar = 'hosting' | 'duties';

const keyOf = (which: OwnCalendar) => ['calendar-address', which] as const;

/** Whether my calendar has an address to read it from. */
export function useCalendarAddress(which: OwnCalendar) {
  return useQuery({
    queryKey: keyOf(which),
    queryFn: ({ signal }) => api(`GET /api/v1/me/${which}-address`, { signal }),
  });
}

/** Makes an address; it is shown now or never, and one made before opens nothing any more. */
export function useMakeCalendarAddress(which: OwnCalendar) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api(`POST /api/v1/me/${which}-address`),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(which) }),
  });
}

export function useEndCalendarAddress(which: OwnCalendar) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api(`DELETE /api/v1/me/${which}-address`),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(which) }),
  });
}
