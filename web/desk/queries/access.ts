import { useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';

export function useAccessMatrix() {
  return useQuery({
    queryKey: ['access-matrix'],
    queryFn: ({ signal }) => api('GET /api/v1/access-matrix', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
