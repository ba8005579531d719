import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import type { DecideTopicProposal, ListTopics } from '../../shared/api-types.gen.ts';

/** What may be talked about at a salon, with what families proposed. */
export function useTopics(activityId: string) {
  return useQuery({
    queryKey: ['topics', activityId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/activities/{id}/topics', { params: { id: activityId }, signal }),
  });
}

/** Lists topics in place of those before; refused when someone else changed them since `version` was read. */
export function useListTopics(activityId: string) {
  const forget = useForgetTopics(activityId);
  return useMutation({
    mutationFn: ({ version, ...body }: ListTopics & { readonly version: number }) =>
      api('PUT /api/v1/activities/{id}/topics', {
        params: { id: activityId },
        body,
        ifMatch: `"${version}"`,
      }),
    onSuccess: forget,
  });
}

export function useDecideProposal(activityId: string, proposalId: string) {
  const forget = useForgetTopics(activityId);
  return useMutation({
    mutationFn: (body: DecideTopicProposal) =>
      api('PUT /api/v1/activities/{id}/topic-proposals/{proposal_id}/decision', {
        params: { id: activityId, proposal_id: proposalId },
        body,
      }),
    onSettled: forget,
  });
}

/** These were talked about, the others were not. */
export function useTickTalked(activityId: string) {
  const forget = useForgetTopics(activityId);
  return useMutation({
    mutationFn: (topicIds: readonly string[]) =>
      api('PUT /api/v1/activities/{id}/topics-talked', {
        params: { id: activityId },
        body: { topic_ids: [...topicIds] },
      }),
    onSettled: forget,
  });
}

function useForgetTopics(activityId: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['topics', activityId] });
}
