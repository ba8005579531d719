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

/** Without a person the naming is taken back. */
export function useNameLead(activityId: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: ({ post, personId }: { post: 'lead' | 'deputy'; personId: string | null }) => {
      const params = { id: activityId };
      const url = `/api/v1/activities/{id}/${post}` as const;
      return personId === null
        ? api(`DELETE ${url}`, { params })
        : api(`PUT ${url}`, { params, body: { person_id: personId } });
    },
    onSuccess: forget,
  });
}
