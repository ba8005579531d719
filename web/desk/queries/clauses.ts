import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';

/** The whole plan, with how far a place is; without one, the place that one answers for. */
export function useClauses(asked: { readonly place?: string }) {
  return useQuery({
    queryKey: ['duties', 'clauses', asked],
    queryFn: ({ signal }) => api('GET /api/v1/plan', { query: asked, signal }),
    placeholderData: keepPreviousData,
  });
}
