import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import type {
  Answer,
  AttendanceCorrection,
  ChildrenWhoCame,
  ExcuseAbsence,
} from '../../shared/api-types.gen.ts';
import { acceptOffer } from '../../shared/queries/offers.ts';
import { useForgetActivities } from './activities.ts';
import { queryOf } from './query-of.ts';
import type { CheckIn, RegistrationRow } from './shapes.ts';

const ROWS_A_PAGE = 100;

/** Households registered and waiting, with who came. */
export function useRegistrations(
  activityId: string,
  filters: Readonly<Record<'q' | 'state' | 'sort', string>>,
) {
  return useInfiniteQuery({
    queryKey: ['registrations', activityId, filters],
    queryFn: ({ signal, pageParam }) =>
      api('GET /api/v1/activities/{id}/registrations', {
        params: { id: activityId },
        query: {
          ...queryOf<'GET /api/v1/activities/{id}/registrations'>(filters),
          limit: ROWS_A_PAGE,
          cursor: pageParam,
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

/** All households with a place, for the list on paper. */
export function useEveryoneRegistered(activityId: string) {
  return useQuery({
    queryKey: ['registrations', activityId, 'everyone'],
    queryFn: async ({ signal }) => {
      const all: RegistrationRow[] = [];
      let cursor: string | undefined = '';
      while (cursor !== undefined) {
        const page = await registeredPage(activityId, cursor, signal);
        all.push(...page.items);
        cursor = page.next;
      }
      return all;
    },
  });
}

function registeredPage(activityId: string, cursor: string, signal: AbortSignal) {
  return api('GET /api/v1/activities/{id}/registrations', {
    params: { id: activityId },
    query: { state: 'registered', limit: ROWS_A_PAGE, cursor },
    signal,
  });
}

/** Notes down why a family did not come. */
export function useExcuseAbsence(activityId: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: ({ registrationId, reason }: Excuse) =>
      api('PUT /api/v1/activities/{id}/registrations/{registration_id}/excuse', {
        params: { id: activityId, registration_id: registrationId },
        body: { reason },
      }),
    onSuccess: forget,
  });
}

interface Excuse extends ExcuseAbsence {
  readonly registrationId: string;
}

interface FamilyToSignUp {
  readonly carerId: string;
  readonly studentIds: readonly string[];
  readonly answers: readonly Answer[];
}

export function useSignFamilyUp(activityId: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: ({ carerId, studentIds, answers }: FamilyToSignUp) =>
      api('POST /api/v1/activities/{id}/registrations', {
        params: { id: activityId },
        body: { student_ids: studentIds, carer_id: carerId, answers },
      }),
    onSuccess: forget,
  });
}

/** Takes the place that is kept for a family, which said so on the phone. */
export function useAcceptOffer(activityId: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: (registrationId: string) => acceptOffer(activityId, registrationId),
    onSettled: forget,
  });
}

/** The code on the hall's screen; asked again the moment the next one is due. */
export function useHallCode(activityId: string) {
  return useQuery({
    queryKey: ['hall-code', activityId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/activities/{id}/hall-code', { params: { id: activityId }, signal }),
    staleTime: 0,
    refetchIntervalInBackground: true,
    refetchInterval: ({ state }) => state.data?.next_in_ms ?? RETRY_MILLISECONDS,
  });
}

const RETRY_MILLISECONDS = 3_000;

/** Checks a carer in or out by pass or by name. Not forgotten at once: a rush would ask for the list each time. */
export function useCheckIn(activityId: string) {
  return useMutation({
    mutationFn: (body: CheckIn) =>
      api('POST /api/v1/activities/{id}/check-ins', { params: { id: activityId }, body }),
  });
}

export function useAttendance(id: string) {
  return useQuery({
    queryKey: ['attendance', id],
    queryFn: ({ signal }) => api('GET /api/v1/attendances/{id}', { params: { id }, signal }),
  });
}

/** Which children came with a carer, where they come together. */
export function useChildrenWhoCame(attendanceId: string) {
  return useQuery({
    queryKey: ['attendance', attendanceId, 'children'],
    queryFn: ({ signal }) =>
      api('GET /api/v1/attendances/{id}/children', { params: { id: attendanceId }, signal }),
  });
}

/**
 * Ticked at once on the screen, and put back should the server not take it. One after the other: each says which
 * version it has seen.
 */
export function useTickChildren(attendanceId: string) {
  const client = useQueryClient();
  const queryKey = ['attendance', attendanceId, 'children'];
  const shown = () => client.getQueryData<ChildrenWhoCame>(queryKey);
  const show = (change: (came: ChildrenWhoCame) => ChildrenWhoCame) =>
    client.setQueryData<ChildrenWhoCame>(queryKey, (came) => came && change(came));
  return useMutation({
    mutationKey: queryKey,
    scope: { id: queryKey.join(' ') },
    mutationFn: (student_ids: string[]) =>
      api('PUT /api/v1/attendances/{id}/children', {
        params: { id: attendanceId },
        body: { student_ids },
        ifMatch: `"${shown()?.version ?? 0}"`,
      }),
    onMutate: async (ids) => {
      await client.cancelQueries({ queryKey });
      show((came) => ({
        ...came,
        items: came.items.map((child) => ({ ...child, came: ids.includes(child.id) })),
      }));
    },
    // What was ticked since stays ticked.
    onSuccess: ({ version }) => show((came) => ({ ...came, version })),
    onSettled: () =>
      client.isMutating({ mutationKey: queryKey }) === 1
        ? client.invalidateQueries({ queryKey })
        : undefined,
  });
}

export function useCorrectAttendance(id: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: (body: AttendanceCorrection) =>
      api('POST /api/v1/attendances/{id}/corrections', { params: { id }, body }),
    onSuccess: forget,
  });
}
