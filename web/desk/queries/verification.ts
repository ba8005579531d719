import { useMutation } from '@tanstack/react-query';
import { api, type Body } from '../../shared/api.ts';

export function useVerifyLines() {
  return useMutation({
    mutationFn: (lines: Body<'POST /api/v1/certificate-verifications'>['lines']) =>
      api('POST /api/v1/certificate-verifications', { body: { lines } }),
  });
}

/** Sends a sheet and gets the same sheet back with the results. */
export function useVerifySheet() {
  return useMutation({
    mutationFn: async (file: File) => {
      const body = new FormData();
      body.append('file', file);
      // The document does not describe the multipart body and the workbook that comes back.
      const answer: unknown = await api('POST /api/v1/certificate-verifications/sheet', {
        body: body as unknown as undefined,
      });
      return answer as Blob;
    },
  });
}

/** The results of a list as a workbook. */
export function useVerifiedSheet() {
  return useMutation({
    mutationFn: async (
      lines: Body<'POST /api/v1/certificate-verifications/list-sheet'>['lines'],
    ) => {
      const workbook: unknown = await api('POST /api/v1/certificate-verifications/list-sheet', {
        body: { lines },
      });
      return workbook as Blob;
    },
  });
}
