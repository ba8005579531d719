import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Body } from '../../shared/api.ts';
import { ME } from '../../shared/queries/me.ts';

/** A child's own page: the other carers, the class. */
export function useStudent(id: string) {
  return useQuery({
    queryKey: ['student', id],
    queryFn: ({ signal }) => api('GET /api/v1/students/{id}', { params: { id }, signal }),
  });
}

/** Who of the staff looked at a child's file. */
export function useStudentReads(id: string) {
  return useQuery({
    queryKey: ['student-reads', id],
    queryFn: ({ signal }) => api('GET /api/v1/students/{id}/reads', { params: { id }, signal }),
  });
}

export function useSchools() {
  return useQuery({
    queryKey: ['schools'],
    queryFn: ({ signal }) => api('GET /api/v1/schools', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useLinkRequests() {
  return useQuery({
    queryKey: ['link-requests'],
    queryFn: ({ signal }) => api('GET /api/v1/link-requests', { query: { own: true }, signal }),
  });
}

/** Decisions have been seen: the home says them no more, and a child that was linked is there. */
export function useSeeDecisions() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api('POST /api/v1/link-requests/seen'),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['carer-home'] }),
        client.invalidateQueries({ queryKey: ME }),
      ]),
  });
}

/** Asks the class teacher to link a child to me. */
export function useAskForLink() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body<'POST /api/v1/link-requests'>) =>
      api('POST /api/v1/link-requests', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['link-requests'] }),
  });
}
