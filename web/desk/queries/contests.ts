import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import type {
  ContestFile,
  ContestLine,
  DecideContest,
  EnterContest,
} from '../../shared/api-types.gen.ts';
import { queryOf } from './query-of.ts';

export type { ContestFile, ContestLine, DecideContest };

const ROWS_A_PAGE = 50;

export type ContestFilters = Readonly<Record<'show' | 'claim' | 'sort', string>>;

/** What families contest of the hosts in reach. */
export function useContests(filters: ContestFilters, { enabled = true } = {}) {
  return useInfiniteQuery({
    queryKey: ['contests', filters],
    queryFn: ({ signal, pageParam }) =>
      api('GET /api/v1/contests', {
        query: {
          ...queryOf<'GET /api/v1/contests'>(filters),
          limit: ROWS_A_PAGE,
          cursor: pageParam,
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** One of them. Asking is a look, which the server writes down for the family. */
export function useContest(id: string) {
  return useQuery({
    queryKey: ['contest', id],
    queryFn: ({ signal }) => api('GET /api/v1/contests/{id}', { params: { id }, signal }),
    refetchOnWindowFocus: false,
  });
}

export function useDecideContest({ id, version }: ContestFile) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: DecideContest) =>
      api('POST /api/v1/contests/{id}/decision', {
        params: { id },
        body,
        ifMatch: `"${version}"`,
      }),
    onSettled: () =>
      Promise.all(
        ['contest', 'contests'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      ),
  });
}

/** Enters what a carer contests who came or wrote, with the paper if there is one. */
export function useEnterContest() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ file, ...body }: EnterContest & { readonly file: File | undefined }) => {
      const { id } = await api('POST /api/v1/contests/for-carers', { body });
      if (file) {
        const form = new FormData();
        form.append('file', file);
        // The document has no words for a form with a file.
        const paper = form as unknown as undefined;
        await api('POST /api/v1/contests/{id}/evidence', { params: { id }, body: paper });
      }
      return id;
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['contests'] }),
  });
}
