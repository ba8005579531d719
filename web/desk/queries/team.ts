import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import { useForgetActivities } from './activities.ts';

/** Who serves in a shift, and who leads them. */
export function useTeam(activityId: string) {
  return useQuery({
    queryKey: ['activity', activityId, 'team'],
    queryFn: ({ signal }) =>
      api('GET /api/v1/activities/{id}/team', { params: { id: activityId }, signal }),
  });
}

/** Null takes the naming back. */
export function useNameLead(activityId: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: (personId: string | null) => {
      const params = { id: activityId };
      return personId === null
        ? api('DELETE /api/v1/activities/{id}/lead', { params })
        : api('PUT /api/v1/activities/{id}/lead', { params, body: { person_id: personId } });
    },
    onSuccess: forget,
  });
}
