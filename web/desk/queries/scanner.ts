import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import type { ChangeDoorRules } from '../../shared/api-types.gen.ts';
import { learnClock, serverNow } from '../../shared/server-clock.ts';
import { forgetOldDoors, keepScanner, keptScanner } from '../scanning/scan-box.ts';
import { useForgetActivities } from './activities.ts';

const MEASURE_AGAIN_MILLISECONDS = 60_000;
const ROWS_A_PAGE = 100;

/** What this phone needs at the door: from the server, and without network from its own shelf. */
export function useScanner(activityId: string) {
  return useQuery({
    queryKey: ['scanner', activityId],
    queryFn: async ({ signal }) => {
      const askedAt = Date.now();
      try {
        const scanner = await api('GET /api/v1/activities/{id}/scanner', {
          params: { id: activityId },
          signal,
        });
        learnClock(scanner.server_time, askedAt, Date.now());
        await keepScanner(scanner);
        await forgetOldDoors(serverNow());
        return scanner;
      } catch (error) {
        const kept = await keptScanner(activityId);
        if (kept) return kept;
        throw error;
      }
    },
    networkMode: 'always',
    refetchInterval: MEASURE_AGAIN_MILLISECONDS,
  });
}

/** Scans that a person must decide, and what was decided. */
export function useScanConflicts(activityId: string) {
  return useInfiniteQuery({
    queryKey: ['scan-conflicts', activityId],
    queryFn: ({ signal, pageParam }) =>
      api('GET /api/v1/activities/{id}/scan-conflicts', {
        params: { id: activityId },
        query: { limit: ROWS_A_PAGE, cursor: pageParam },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

export function useDecideConflicts(activityId: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: (body: {
      readonly scan_ids: string[];
      readonly decision: 'admit' | 'dismiss';
      readonly note: string;
    }) =>
      api('POST /api/v1/activities/{id}/scan-conflicts/decisions', {
        params: { id: activityId },
        body,
      }),
    onSettled: forget,
  });
}

/** Where phones must be to check themselves in. */
export function useDoorRules(activityId: string) {
  return useQuery({
    queryKey: ['door-rules', activityId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/activities/{id}/door-rules', { params: { id: activityId }, signal }),
  });
}

/** Refused, what a colleague changed meanwhile is shown. */
export function useChangeDoorRules(activityId: string) {
  const client = useQueryClient();
  const queryKey = ['door-rules', activityId];
  return useMutation({
    mutationFn: ({ version, ...body }: ChangeDoorRules & { readonly version: number }) =>
      api('PUT /api/v1/activities/{id}/door-rules', {
        params: { id: activityId },
        body,
        ifMatch: `"${version}"`,
      }),
    onSuccess: (rules) => client.setQueryData(queryKey, rules),
    onError: () => client.invalidateQueries({ queryKey }),
  });
}

/** What may be worth a look among those who used the hall's code. */
export function useDoorHints(activityId: string) {
  return useQuery({
    queryKey: ['door-hints', activityId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/activities/{id}/door-hints', { params: { id: activityId }, signal }),
  });
}
