import { useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';

/** The district's plan as anyone may read it: stages, rules, what a certificate asks. */
export function usePlan() {
  return useQuery({
    queryKey: ['plan'],
    queryFn: ({ signal }) => api('GET /api/v1/public/plan', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
