import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import type {
  AwardFile,
  AwardRow,
  AwardSheetLines,
  DecideAward,
  NewAward,
  ReviewAward,
} from '../../shared/api-types.gen.ts';
import { queryOf } from './query-of.ts';

export type { AwardFile, AwardRow, AwardSheetLines, NewAward };

const ROWS_A_PAGE = 50;

export type AwardFilters = Readonly<Record<'show' | 'sort', string>>;

/** Deeds entered by hand in reach. */
export function useAwards(filters: AwardFilters) {
  return useInfiniteQuery({
    queryKey: ['awards', filters],
    queryFn: ({ signal, pageParam }) =>
      api('GET /api/v1/awards', {
        query: { ...queryOf<'GET /api/v1/awards'>(filters), limit: ROWS_A_PAGE, cursor: pageParam },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

export function useAward(id: string) {
  return useQuery({
    queryKey: ['award', id],
    queryFn: ({ signal }) => api('GET /api/v1/awards/{id}', { params: { id }, signal }),
  });
}

/** What may be entered by hand, and for which organisations. */
export function useAwardKinds() {
  return useQuery({
    queryKey: ['award-kinds'],
    queryFn: ({ signal }) => api('GET /api/v1/award-kinds', { signal }),
  });
}

/** The document has no words for a form with a file: its body is left untyped there. */
function formOf(file: File): undefined {
  const body = new FormData();
  body.append('file', file);
  return body as unknown as undefined;
}

const attachTo = {
  award: (id: string, file: File) =>
    api('POST /api/v1/awards/{id}/evidence', { params: { id }, body: formOf(file) }),
  batch: (id: string, file: File) =>
    api('POST /api/v1/award-batches/{id}/evidence', { params: { id }, body: formOf(file) }),
};

/** Enters a deed with what shows it. */
export function useEnterAward() {
  const forget = useForgetAwards();
  return useMutation({
    mutationFn: async ({ file, ...body }: NewAward & { readonly file: File }) => {
      const { id } = await api('POST /api/v1/awards', { body });
      await attachTo.award(id, file);
      return id;
    },
    onSettled: forget,
  });
}

export function useAttachToAward(id: string) {
  const forget = useForgetAwards();
  return useMutation({
    mutationFn: (file: File) => attachTo.award(id, file),
    onSettled: forget,
  });
}

export function useDecideAward({ id, version }: AwardFile) {
  const forget = useForgetAwards();
  return useMutation({
    mutationFn: (body: DecideAward) =>
      api('POST /api/v1/awards/{id}/decision', { params: { id }, body, ifMatch: `"${version}"` }),
    onSettled: forget,
  });
}

export function useReviewAward({ id, version }: AwardFile) {
  const forget = useForgetAwards();
  return useMutation({
    mutationFn: (body: ReviewAward) =>
      api('POST /api/v1/awards/{id}/review', { params: { id }, body, ifMatch: `"${version}"` }),
    onSettled: forget,
  });
}

export function useWithdrawAward({ id, version }: AwardFile) {
  const forget = useForgetAwards();
  return useMutation({
    mutationFn: () =>
      api('DELETE /api/v1/awards/{id}', { params: { id }, ifMatch: `"${version}"` }),
    onSettled: forget,
  });
}

export function useConfirmBatch() {
  const forget = useForgetAwards();
  return useMutation({
    mutationFn: (id: string) =>
      api('POST /api/v1/award-batches/{id}/confirmation', { params: { id } }),
    onSettled: forget,
  });
}

interface BroughtSheet {
  readonly organisationId: string;
  readonly reason: string;
  readonly file: File;
}

/** What a filled sheet would enter; nothing is written. */
export function usePreviewAwards() {
  return useMutation({
    mutationFn: ({ organisationId, reason, file }: BroughtSheet): Promise<AwardSheetLines> =>
      api('POST /api/v1/award-batches/preview', {
        query: { organisation_id: organisationId, reason },
        body: formOf(file),
      }),
  });
}

/** Enters the sheet that was shown, with what shows it. */
export function useTakeAwards() {
  const forget = useForgetAwards();
  return useMutation({
    mutationFn: async ({ evidence, ...sheet }: BroughtSheet & { readonly evidence: File }) => {
      const taken = await api('POST /api/v1/award-batches', {
        query: { organisation_id: sheet.organisationId, reason: sheet.reason },
        body: formOf(sheet.file),
      });
      if (taken.batch_id) await attachTo.batch(taken.batch_id, evidence);
      return taken;
    },
    onSettled: forget,
  });
}

function useForgetAwards() {
  const client = useQueryClient();
  return () =>
    Promise.all(['award', 'awards'].map((key) => client.invalidateQueries({ queryKey: [key] })));
}
