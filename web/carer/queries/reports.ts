import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import type { DecideConsent } from '../../shared/api-types.gen.ts';
import { useForgetNotices } from './notices.ts';

/** What was done at an event that I came to. */
export function useReport(activityId: string) {
  return useQuery({
    queryKey: ['report', activityId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/activities/{id}/report', { params: { id: activityId }, signal }),
  });
}

/** What the carers of my child say about pictures. */
export function usePictureConsents(studentId: string) {
  return useQuery({
    queryKey: ['picture-consents', studentId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/students/{id}/picture-consents', { params: { id: studentId }, signal }),
  });
}

export function useDecideConsent(studentId: string) {
  const client = useQueryClient();
  const forgetNotices = useForgetNotices();
  return useMutation({
    mutationFn: (body: DecideConsent) =>
      api('PUT /api/v1/students/{id}/picture-consents', { params: { id: studentId }, body }),
    onSuccess: async (answer) => {
      client.setQueryData(['picture-consents', studentId], answer);
      await forgetNotices();
      // A photo may have come or gone with it.
      await client.invalidateQueries({ queryKey: ['report'] });
    },
  });
}
