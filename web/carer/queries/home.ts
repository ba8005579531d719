import { useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';

/** Everything the home shows, in one question. */
export function useHome() {
  return useQuery({
    queryKey: ['carer-home'],
    queryFn: ({ signal }) => api('GET /api/v1/carer/home', { signal }),
  });
}
