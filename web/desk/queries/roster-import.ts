import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import type { RosterImport } from '../../shared/api-types.gen.ts';

const working = ['reading', 'comparing', 'applying'];
const LOOK_AGAIN_MILLISECONDS = 700;

/** How an import stands; looked at again while it runs. Nothing is asked without an id. */
export function useRosterImport(id: string) {
  return useQuery({
    queryKey: ['roster-import', id],
    queryFn: ({ signal }) => api('GET /api/v1/roster-imports/{id}', { params: { id }, signal }),
    enabled: id !== '',
    refetchInterval: ({ state }) =>
      state.data && working.includes(state.data.state) ? LOOK_AGAIN_MILLISECONDS : false,
  });
}

export function useUploadRoster() {
  const keep = useKeepImport();
  return useMutation({
    mutationFn: (file: File) => {
      const body = new FormData();
      body.append('file', file);
      // The document has no words for a form with a file: its body is left untyped there.
      return api('POST /api/v1/roster-imports', { body: body as unknown as undefined });
    },
    onSuccess: keep,
  });
}

export function useConfirmRoster() {
  const keep = useKeepImport();
  return useMutation({
    mutationFn: (id: string) => api('POST /api/v1/roster-imports/{id}/confirm', { params: { id } }),
    onSuccess: keep,
  });
}

function useKeepImport() {
  const client = useQueryClient();
  return (answer: RosterImport) => client.setQueryData(['roster-import', answer.id], answer);
}

export function useRosterFile() {
  return useMutation({
    mutationFn: async (wanted: { readonly rejectedOf: string } | 'template') => {
      const file: unknown =
        wanted === 'template'
          ? await api('GET /api/v1/roster-imports/template')
          : await api('GET /api/v1/roster-imports/{id}/rejected', {
              params: { id: wanted.rejectedOf },
            });
      return file as Blob;
    },
  });
}
