import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import type { AnswerMeeting } from '../../shared/api-types.gen.ts';

/** What I answered about the meeting of my child's class. */
export function useMyAnswers(meetingId: string) {
  return useQuery({
    queryKey: ['meeting-answers', meetingId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/meetings/{id}/answers', { params: { id: meetingId }, signal }),
  });
}

export function useAnswerMeeting(meetingId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: AnswerMeeting) =>
      api('PUT /api/v1/meetings/{id}/answers', { params: { id: meetingId }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['meeting-answers', meetingId] }),
  });
}
