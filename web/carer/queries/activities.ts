import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import type { Answer, ExcuseAbsence, SelfCheckIn } from '../../shared/api-types.gen.ts';
import { acceptOffer } from '../../shared/queries/offers.ts';
import { learnClock } from '../../shared/server-clock.ts';

/** Coming activities that fit my children. */
export const fittingActivities = queryOptions({
  queryKey: ['carer-activities'],
  queryFn: ({ signal }) => api('GET /api/v1/carer/activities', { signal }),
});

export function useFittingActivities() {
  return useQuery(fittingActivities);
}

/** The plan's kinds of activity, and what each counts as. */
export function useKinds() {
  return useQuery({
    queryKey: ['activity-kinds'],
    queryFn: ({ signal }) => api('GET /api/v1/activity-kinds', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function oneActivity(id: string) {
  return queryOptions({
    queryKey: ['activity', id],
    queryFn: ({ signal }) => api('GET /api/v1/activities/{id}', { params: { id }, signal }),
  });
}

export function useActivity(id: string) {
  return useQuery(oneActivity(id));
}

/** A plain link: the server writes the file, the phone's calendar opens it. */
export function eventFileAddress(activityId: string): string {
  return `/api/v1/carer/registrations/${activityId}.ics`;
}

/** The card that thanks me for speaking or helping. */
export function useMyThanks(activityId: string) {
  return useQuery({
    queryKey: ['my-thanks', activityId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/activities/{id}/my-thanks', { params: { id: activityId }, signal }),
  });
}

/** What I signed up for, coming and past. */
export function useMyRegistrations() {
  return useQuery({
    queryKey: ['carer-registrations'],
    queryFn: ({ signal }) => api('GET /api/v1/carer/registrations', { signal }),
  });
}

/** Where I had a place and did not come: what counts, and until when. */
export function useMissed() {
  return useQuery({
    queryKey: ['carer-missed'],
    queryFn: ({ signal }) => api('GET /api/v1/carer/missed', { signal }),
  });
}

export function useExcuse() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ activityId, registrationId, reason }: Excuse) =>
      api('PUT /api/v1/activities/{id}/registrations/{registration_id}/excuse', {
        params: { id: activityId, registration_id: registrationId },
        body: { reason },
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['carer-missed'] }),
  });
}

export type AbsenceReason = ExcuseAbsence['reason'];

interface Excuse {
  readonly activityId: string;
  readonly registrationId: string;
  readonly reason: AbsenceReason;
}

export function useSignUp(activityId: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: ({ studentIds, answers }: SigningUp) =>
      api('POST /api/v1/activities/{id}/registrations', {
        params: { id: activityId },
        body: { student_ids: studentIds, answers },
      }),
    onSettled: forget,
  });
}

export interface SigningUp {
  readonly studentIds: readonly string[];
  readonly answers: readonly Answer[];
}

/** Answers the host's questions anew. */
export function useChangeAnswers(activityId: string, registrationId: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: (answers: readonly Answer[]) =>
      api('PUT /api/v1/activities/{id}/registrations/{registration_id}/answers', {
        params: { id: activityId, registration_id: registrationId },
        body: { answers },
      }),
    onSettled: forget,
  });
}

/** Takes the place that is kept for me. */
export function useAcceptOffer(activityId: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: (registrationId: string) => acceptOffer(activityId, registrationId),
    onSettled: forget,
  });
}

export function useGiveUpPlace(activityId: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: (registrationId: string) =>
      api('DELETE /api/v1/activities/{id}/registrations/{registration_id}', {
        params: { id: activityId, registration_id: registrationId },
      }),
    onSettled: forget,
  });
}

/** Books a private slot; what one would like to talk about goes to the counsellor alone. */
export function useBookSlot(slotId: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: ({ studentIds, note }: { studentIds: readonly string[]; note: string }) =>
      api('POST /api/v1/sessions/{id}/booking', {
        params: { id: slotId },
        body: { student_ids: studentIds, ...(note && { note }) },
      }),
    onSettled: forget,
  });
}

/** Takes the household to another session of the same activity. */
export function useChangeSession(activityId: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: ({ registrationId, to }: { registrationId: string; to: string }) =>
      api('POST /api/v1/activities/{id}/registrations/{registration_id}/session', {
        params: { id: activityId, registration_id: registrationId },
        body: { session_id: to },
      }),
    onSettled: forget,
  });
}

/** The pass is asked for again now and then: a place may have come, or the hour may have changed. */
const ASK_AGAIN_MILLISECONDS = 5 * 60_000;
const SOONEST_MILLISECONDS = 5_000;

/** My pass for one activity: all that this phone needs to make the code of each minute by itself. */
export function useMyPass(activityId: string) {
  return useQuery({
    queryKey: ['my-code', activityId],
    queryFn: async ({ signal }) => {
      const askedAt = Date.now();
      const pass = await api('GET /api/v1/activities/{id}/my-code', {
        params: { id: activityId },
        signal,
      });
      learnClock(pass.server_time, askedAt, Date.now());
      return pass;
    },
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data ? ASK_AGAIN_MILLISECONDS : SOONEST_MILLISECONDS),
  });
}

/** Checks me in or out by the code on the hall's screen; with my position where the host asks for it. */
export function useCheckIn() {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: ({ activityId, ...body }: { activityId: string } & SelfCheckIn) =>
      api('POST /api/v1/activities/{id}/self-check-ins', { params: { id: activityId }, body }),
    onSuccess: forget,
  });
}

/** What a sign-up or a check-in changes. */
function useForgetActivities() {
  const client = useQueryClient();
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey: [name] }) =>
        [
          'carer-home',
          'carer-activities',
          'carer-registrations',
          'activity',
          'carer-points',
        ].includes(String(name)),
    });
}
