import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import { useForgetActivities } from './activities.ts';
import type { NewSlots, SessionChange } from './shapes.ts';

/** Gives an activity sessions of equal length between two hours. */
export function useAddSlots(activityId: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: (body: NewSlots) =>
      api('POST /api/v1/activities/{id}/slots', { params: { id: activityId }, body }),
    onSuccess: forget,
  });
}

/** Changes a session; refused when someone else changed it since `version` was read. */
export function useChangeSession(sessionId: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: ({ version, ...body }: SessionChange & { readonly version: number }) =>
      api('PATCH /api/v1/sessions/{id}', {
        params: { id: sessionId },
        body,
        ifMatch: `"${version}"`,
      }),
    onSuccess: forget,
  });
}

/** Who booked a private slot: for its counsellor. The look is written down for the family. */
export function useBooking(slotId: string, { enabled }: { enabled: boolean }) {
  return useQuery({
    queryKey: ['booking', slotId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/sessions/{id}/booking', { params: { id: slotId }, signal }),
    enabled,
  });
}

/** The counsellor says that they met. */
export function useMeetFamily(slotId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api('POST /api/v1/sessions/{id}/meeting', { params: { id: slotId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['booking', slotId] }),
  });
}
