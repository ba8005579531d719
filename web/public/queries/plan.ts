import { useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';

/** The plan as it holds today. */
export function usePlan() {
  return useQuery({
    queryKey: ['plan'],
    queryFn: ({ signal }) => api('GET /api/v1/public/plan', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
