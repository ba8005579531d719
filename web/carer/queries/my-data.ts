import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Body } from '../../shared/api.ts';
import type { Language } from '../../shared/words/language.ts';

const KEY = ['my-data'];

/** What is held about me, part by part, and what I asked of it. */
export function useMyData() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api('GET /api/v1/me/data', { signal }),
  });
}

/** A plain link: it downloads in every browser, and carries no header, so the language goes along. */
export function archiveAddress(language: Language): string {
  return `/api/v1/me/data/archive?lang=${language}`;
}

export function useAskAboutMyData() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'POST /api/v1/privacy-requests'>) =>
      api('POST /api/v1/privacy-requests', { body }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useWithdrawRequest() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api('DELETE /api/v1/privacy-requests/{id}', { params: { id } }),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
