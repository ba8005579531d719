import { useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';

/** What those who came say of an event, of at least five together. */
export function useRatings(activityId: string) {
  return useQuery({
    queryKey: ['ratings', activityId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/activities/{id}/ratings', { params: { id: activityId }, signal }),
  });
}
