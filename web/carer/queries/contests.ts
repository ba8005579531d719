import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import type { ContestFile, OwnContest, RaiseContest } from '../../shared/api-types.gen.ts';
import { useForgetNotices } from './notices.ts';

export type { ContestFile, OwnContest, RaiseContest };

const CONTESTS_A_PAGE = 30;

/** What I contested, the newest first. */
export function useMyContests() {
  return useInfiniteQuery({
    queryKey: ['carer-contests'],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/carer/contests', {
        query: { limit: CONTESTS_A_PAGE, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

export function useContest(id: string) {
  return useQuery({
    queryKey: ['contest', id],
    queryFn: ({ signal }) => api('GET /api/v1/contests/{id}', { params: { id }, signal }),
  });
}

/** Says it, and attaches what shows it; a file that does not go through leaves what was said. */
export function useRaiseContest() {
  const forget = useForgetContests();
  return useMutation({
    mutationFn: async ({ files, ...body }: RaiseContest & { readonly files: readonly File[] }) => {
      const { id } = await api('POST /api/v1/contests', { body });
      let attached = true;
      for (const file of files) {
        attached = (await attach(id, file).then(Boolean, () => false)) && attached;
      }
      return { id, attached };
    },
    onSuccess: forget,
  });
}

function attach(id: string, file: File) {
  const body = new FormData();
  body.append('file', file);
  return api('POST /api/v1/contests/{id}/evidence', {
    params: { id },
    // The document has no words for a form with a file: its body is left untyped there.
    body: body as unknown as undefined,
  });
}

export function useAttachEvidence(id: string) {
  const forget = useForgetContests();
  return useMutation({ mutationFn: (file: File) => attach(id, file), onSettled: forget });
}

/** Takes the host's answer to the district. */
export function useRefuseAnswer(id: string) {
  const forget = useForgetContests();
  return useMutation({
    mutationFn: () => api('POST /api/v1/contests/{id}/refusal', { params: { id } }),
    onSettled: forget,
  });
}

export function useWithdrawContest(id: string) {
  const forget = useForgetContests();
  return useMutation({
    mutationFn: () => api('DELETE /api/v1/contests/{id}', { params: { id } }),
    onSettled: forget,
  });
}

function useForgetContests() {
  const client = useQueryClient();
  const forgetNotices = useForgetNotices();
  return async () => {
    await forgetNotices();
    await Promise.all(
      ['carer-contests', 'contest'].map((key) => client.invalidateQueries({ queryKey: [key] })),
    );
  };
}

/** Where a picture or paper lies; each look at it by staff is written down. */
export function evidenceAddress(contestId: string, evidenceId: string): string {
  return `/api/v1/contests/${contestId}/evidence/${evidenceId}`;
}
