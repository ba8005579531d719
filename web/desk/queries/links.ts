import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import type { LinkRequest } from './shapes.ts';

/** More than a class teacher ever has; the oldest are decided first. */
const MOST_SHOWN = 100;

/** Requests of carers to be linked to a child of one's school. */
export function useLinkRequests(state: LinkRequest['state'] | undefined, { enabled = true } = {}) {
  return useQuery({
    queryKey: ['link-requests', state],
    queryFn: ({ signal }) =>
      api('GET /api/v1/link-requests', {
        query: { limit: MOST_SHOWN, ...(state && { state }) },
        signal,
      }),
    enabled,
  });
}

export interface Decision {
  readonly id: string;
  readonly decision: 'confirm' | 'decline';
  readonly studentId: string;
  /** Why not; the carer reads it. */
  readonly reason: string;
}

export function useDecideLink() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, decision, studentId, reason }: Decision) =>
      api('POST /api/v1/link-requests/{id}/decision', {
        params: { id },
        body: decision === 'confirm' ? { decision, student_id: studentId } : { decision, reason },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['link-requests'] }),
  });
}
