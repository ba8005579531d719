import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';

/** Families whom no channel reached. */
export function useCallsToMake({ enabled = true } = {}) {
  return useQuery({
    queryKey: ['calls'],
    queryFn: ({ signal }) => api('GET /api/v1/calls', { signal }),
    enabled,
  });
}

/** The number of one family, when one is about to call; that one looked is written down. */
export function useShowNumber() {
  return useMutation({
    mutationFn: (id: string) => api('POST /api/v1/calls/{id}/number', { params: { id } }),
  });
}

export interface CallMade {
  readonly id: string;
  readonly outcome: 'reached' | 'not-reached';
}

export function useNoteCall() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, outcome }: CallMade) =>
      api('POST /api/v1/calls/{id}', { params: { id }, body: { outcome } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['calls'] }),
  });
}

const MILLISECONDS_BETWEEN_LOOKS = 30_000;

/** How each channel of messages did in the last day. */
export function useNoticeChannels() {
  return useQuery({
    queryKey: ['notice-channels'],
    queryFn: ({ signal }) => api('GET /api/v1/notice-channels', { signal }),
    refetchInterval: MILLISECONDS_BETWEEN_LOOKS,
  });
}
