import { useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';

/** People come and go while one stands at the gate. */
const LOOK_AGAIN_MILLISECONDS = 30_000;

/** Who leads the shift that I serve in; to its lead also who is in it. */
export function useTeam(activityId: string) {
  return useQuery({
    queryKey: ['team', activityId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/activities/{id}/team', { params: { id: activityId }, signal }),
    refetchInterval: ({ state }) => (state.data?.members ? LOOK_AGAIN_MILLISECONDS : false),
  });
}
