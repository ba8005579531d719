import { useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import type { CarerHome } from './answers.ts';

/** Everything the home shows, in one question. */
export function useHome() {
  return useQuery({
    queryKey: ['carer-home'],
    queryFn: ({ signal }) => api('GET /api/v1/carer/home', { signal }),
  });
}

/** Checked in somewhere and expected to check out. */
export function isInside({ today }: CarerHome): boolean {
  return today.some(({ attendance }) => attendance === 'entered');
}
