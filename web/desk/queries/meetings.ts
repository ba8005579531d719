import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import type { RecordTalk } from '../../shared/api-types.gen.ts';
import { useForgetActivities } from './activities.ts';

/** Gives each class that is invited a session of its own. */
export function useAddClasses(activityId: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: () => api('POST /api/v1/activities/{id}/classes', { params: { id: activityId } }),
    onSuccess: forget,
  });
}

/** How far a meeting came, class by class. */
export function useMeetingClasses(activityId: string) {
  return useQuery({
    queryKey: ['meeting-classes', activityId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/meetings/{id}/classes', { params: { id: activityId }, signal }),
  });
}

/** Every family of the class, and whether it was reached. */
export function useMeetingFamilies(meetingId: string) {
  return useQuery({
    queryKey: ['meeting-families', meetingId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/meetings/{id}/families', { params: { id: meetingId }, signal }),
  });
}

export function useRecordTalk(meetingId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RecordTalk) =>
      api('POST /api/v1/meetings/{id}/talks', { params: { id: meetingId }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['meeting-families', meetingId] }),
  });
}
