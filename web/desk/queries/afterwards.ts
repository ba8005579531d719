import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import type { NewHelper, NewPresence } from '../../shared/api-types.gen.ts';
import { useForgetActivities } from './activities.ts';

/** What to look at before confirming who came. */
export function useExceptions(activityId: string) {
  return useQuery({
    queryKey: ['attendance', 'exceptions', activityId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/activities/{id}/exceptions', { params: { id: activityId }, signal }),
  });
}

/** Somebody was there whom no scan saw. */
export function useRecordPresence(activityId: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: (body: NewPresence) =>
      api('POST /api/v1/activities/{id}/presences', { params: { id: activityId }, body }),
    onSuccess: forget,
  });
}

/** Who speaks, helps or stands at the door. */
export function useHelpers(activityId: string) {
  return useQuery({
    queryKey: ['activity', activityId, 'helpers'],
    queryFn: ({ signal }) =>
      api('GET /api/v1/activities/{id}/helpers', { params: { id: activityId }, signal }),
  });
}

export function useNameHelper(activityId: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: (body: NewHelper) =>
      api('POST /api/v1/activities/{id}/helpers', { params: { id: activityId }, body }),
    onSuccess: forget,
  });
}

export function useDropHelper(activityId: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: (personId: string) =>
      api('DELETE /api/v1/activities/{id}/helpers/{person_id}', {
        params: { id: activityId, person_id: personId },
      }),
    onSuccess: forget,
  });
}
