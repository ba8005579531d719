import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import type { CarerHome } from './answers.ts';

/** Everything the home shows, in one question. */
export const home = queryOptions({
  queryKey: ['carer-home'],
  queryFn: ({ signal }) => api('GET /api/v1/carer/home', { signal }),
});

export function useHome() {
  return useQuery(home);
}

/** Checked in somewhere and expected to check out. */
export function isInside({ today }: CarerHome): boolean {
  return today.some(({ attendance }) => attendance === 'entered');
}
