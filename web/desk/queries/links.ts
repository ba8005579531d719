import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import { deskAnswer, type LinkRequest } from './awaited-desk.ts';

/** Requests of carers to be linked to a child of one's school. */
export function useLinkRequests({ enabled = true } = {}) {
  return useQuery({
    queryKey: ['link-requests'],
    queryFn: ({ signal }) =>
      deskAnswer<{ readonly items: readonly LinkRequest[] }>(
        api('GET /api/v1/link-requests', { signal }),
      ),
    enabled,
  });
}

export interface Decision {
  readonly id: string;
  readonly decision: 'confirm' | 'decline';
  readonly studentId: string;
}

export function useDecideLink() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, decision, studentId }: Decision) =>
      api('POST /api/v1/link-requests/{id}/decision', {
        params: { id },
        body: { decision, ...(decision === 'confirm' && { student_id: studentId }) },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['link-requests'] }),
  });
}
