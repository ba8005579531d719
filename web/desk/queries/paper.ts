import { useMutation } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import type { PaperPreview } from '../../shared/api-types.gen.ts';
import { useForgetActivities } from './activities.ts';

/** The document does not describe the multipart body. */
function formOf(file: File): undefined {
  const body = new FormData();
  body.append('file', file);
  return body as unknown as undefined;
}

/** What a filled sheet would change; nothing is written. */
export function usePreviewPaper(activityId: string) {
  return useMutation({
    mutationFn: (file: File): Promise<PaperPreview> =>
      api('POST /api/v1/activities/{id}/paper/preview', {
        params: { id: activityId },
        body: formOf(file),
      }),
  });
}

/** Takes the sheet that was shown. */
export function useTakePaper(activityId: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: (file: File): Promise<PaperPreview> =>
      api('POST /api/v1/activities/{id}/paper', {
        params: { id: activityId },
        body: formOf(file),
      }),
    onSettled: forget,
  });
}
