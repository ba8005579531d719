import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import type { Rate } from '../../shared/api-types.gen.ts';

/** What I said of an event that I came to. */
export function useMyRating(activityId: string) {
  return useQuery({
    queryKey: ['my-rating', activityId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/activities/{id}/my-rating', { params: { id: activityId }, signal }),
  });
}

export function useRate(activityId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Rate) =>
      api('PUT /api/v1/activities/{id}/my-rating', { params: { id: activityId }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['my-rating', activityId] }),
  });
}
