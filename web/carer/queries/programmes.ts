import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';

/** A programme with the dates that fit my children. */
export function useProgramme(id: string) {
  return useQuery({
    queryKey: ['programme', id],
    queryFn: ({ signal }) => api('GET /api/v1/programmes/{id}', { params: { id }, signal }),
  });
}

/** Signs up for all dates to come, each as if it were pressed by itself. */
export function useSignUpForProgramme(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (studentIds: readonly string[]) =>
      api('POST /api/v1/programmes/{id}/registrations', {
        params: { id },
        body: { student_ids: studentIds },
      }),
    onSettled: () => client.invalidateQueries(),
  });
}
