import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';

const ENTRIES_A_PAGE = 20;

/** The total of each child, who earned it, and what would give more. */
export const myPoints = queryOptions({
  queryKey: ['carer-points'],
  queryFn: ({ signal }) => api('GET /api/v1/carer/points', { signal }),
});

export function useMyPoints() {
  return useQuery(myPoints);
}

/** A page of a carer's entries, newest first; without a cursor the first one. */
export function useEntries(carerId: string, cursor?: string) {
  return useQuery({
    queryKey: ['point-entries', carerId, cursor ?? ''],
    queryFn: ({ signal }) =>
      api('GET /api/v1/carers/{id}/points', {
        params: { id: carerId },
        query: { limit: ENTRIES_A_PAGE, ...(cursor && { cursor }) },
        signal,
      }),
  });
}

/** The chain behind an entry of mine: clause, rule, record, and who confirmed it. */
export function useExplainedEntry(carerId: string, sequence: number) {
  return useQuery({
    queryKey: ['entry-explained', carerId, sequence],
    queryFn: ({ signal }) =>
      api('GET /api/v1/carers/{id}/points/{sequence}', {
        params: { id: carerId, sequence },
        signal,
      }),
  });
}

/** How my total comes about: by term and rule, with the limits that bit. */
export function useExplainedTotal(carerId: string) {
  return useQuery({
    queryKey: ['total-explained', carerId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/carers/{id}/points/sums', { params: { id: carerId }, signal }),
  });
}

/** What shows that an entry of mine stands in the signed ledger. */
export function useEntryProof(carerId: string, sequence: number) {
  return useQuery({
    queryKey: ['entry-proof', carerId, sequence],
    queryFn: ({ signal }) =>
      api('GET /api/v1/carers/{id}/points/{sequence}/proof', {
        params: { id: carerId, sequence },
        signal,
      }),
  });
}
