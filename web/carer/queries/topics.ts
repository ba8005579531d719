import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answer, api } from '../../shared/api.ts';

type TopicList = Answer<'GET /api/v1/activities/{id}/topics'>;

/** What may be talked about at a salon. */
export function useTopics(activityId: string) {
  return useQuery({
    queryKey: ['topics', activityId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/activities/{id}/topics', { params: { id: activityId }, signal }),
  });
}

interface Wish {
  readonly topicId: string;
  readonly wants: boolean;
}

/** I want a topic, or do not any more. The tick is there at once, and goes again if the server says no. */
export function useWish(activityId: string) {
  const client = useQueryClient();
  const key = ['topics', activityId];
  return useMutation({
    mutationFn: ({ topicId, wants }: Wish) => {
      const params = { id: activityId, topic_id: topicId };
      return wants
        ? api('PUT /api/v1/activities/{id}/topics/{topic_id}/wish', { params })
        : api('DELETE /api/v1/activities/{id}/topics/{topic_id}/wish', { params });
    },
    onMutate: async (wish) => {
      await client.cancelQueries({ queryKey: key });
      client.setQueryData<TopicList>(key, (list) => list && withWish(list, wish));
    },
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
}

function withWish(list: TopicList, { topicId, wants }: Wish): TopicList {
  const items = list.items.map((topic) =>
    topic.id === topicId && topic.wanted_by_me !== wants
      ? { ...topic, wanted_by_me: wants, wanted: topic.wanted + (wants ? 1 : -1) }
      : topic,
  );
  return { ...list, items };
}

/** A topic in my own words, to the host. */
export function useProposeTopic(activityId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (text: string) =>
      api('POST /api/v1/activities/{id}/topic-proposals', {
        params: { id: activityId },
        body: { text },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['topics', activityId] }),
  });
}

export function useWithdrawProposal(activityId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (proposalId: string) =>
      api('DELETE /api/v1/activities/{id}/topic-proposals/{proposal_id}', {
        params: { id: activityId, proposal_id: proposalId },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['topics', activityId] }),
  });
}
