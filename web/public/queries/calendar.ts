import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';

/** Public activities from one day to another, `YYYY-MM-DD`. */
export function usePublicActivities(from: string, to: string) {
  return useQuery({
    queryKey: ['public-activities', from, to],
    queryFn: ({ signal }) => api('GET /api/v1/public/activities', { query: { from, to }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Schools and kindergartens, each with a calendar of its own. */
export function useSchools() {
  return useQuery({
    queryKey: ['schools'],
    queryFn: ({ signal }) => api('GET /api/v1/schools', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
