import { useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';

/** How far the district is with its plan. */
export function useProgress() {
  return useQuery({
    queryKey: ['plan-progress'],
    queryFn: ({ signal }) => api('GET /api/v1/public/plan-progress', { signal }),
  });
}
