import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import type { PhotoChange, WriteReport } from '../../shared/api-types.gen.ts';

/** What was done at an event, with its photos. */
export function useReport(activityId: string) {
  return useQuery({
    queryKey: ['report', activityId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/activities/{id}/report', { params: { id: activityId }, signal }),
  });
}

export function useWriteReport(activityId: string) {
  const forget = useForgetReport(activityId);
  return useMutation({
    mutationFn: ({ version, ...body }: WriteReport & { readonly version: number }) =>
      api('PUT /api/v1/activities/{id}/report', {
        params: { id: activityId },
        body,
        ifMatch: `"${version}"`,
      }),
    onSuccess: forget,
  });
}

/** Children of the families that came, to say who is seen. */
export function usePhotoChildren(activityId: string, { enabled }: { enabled: boolean }) {
  return useQuery({
    queryKey: ['report', activityId, 'children'],
    queryFn: ({ signal }) =>
      api('GET /api/v1/activities/{id}/photo-children', { params: { id: activityId }, signal }),
    enabled,
  });
}

export function useUploadPhoto(activityId: string) {
  const forget = useForgetReport(activityId);
  return useMutation({
    mutationFn: (file: File) => {
      const body = new FormData();
      body.append('file', file);
      // The document has no words for a form with a file: its body is left untyped there.
      return api('POST /api/v1/activities/{id}/photos', {
        params: { id: activityId },
        body: body as unknown as undefined,
      });
    },
    onSuccess: forget,
  });
}

export function useChangePhoto(activityId: string) {
  const forget = useForgetReport(activityId);
  return useMutation({
    mutationFn: ({ id, ...body }: PhotoChange & { readonly id: string }) =>
      api('PATCH /api/v1/photos/{id}', { params: { id }, body }),
    onSuccess: forget,
  });
}

export function usePutPhoto(activityId: string) {
  const forget = useForgetReport(activityId);
  return useMutation({
    mutationFn: ({ id, where }: { id: string; where: 'kept' | 'album' | 'public' }) =>
      api('PUT /api/v1/photos/{id}/place', { params: { id }, body: { where } }),
    onSuccess: forget,
  });
}

export function useRemovePhoto(activityId: string) {
  const forget = useForgetReport(activityId);
  return useMutation({
    mutationFn: (id: string) => api('DELETE /api/v1/photos/{id}', { params: { id } }),
    onSuccess: forget,
  });
}

function useForgetReport(activityId: string) {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['report', activityId] });
}
