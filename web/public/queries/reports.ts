import { useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';

/** The report of a public event, if its host shows it to all. */
export function usePublicReport(activityId: string) {
  return useQuery({
    queryKey: ['public-report', activityId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/public/activities/{id}/report', { params: { id: activityId }, signal }),
  });
}
