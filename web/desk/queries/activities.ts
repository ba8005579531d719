import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '../../shared/api.ts';
import type { ActivityChange, AskQuestions } from '../../shared/api-types.gen.ts';
import type { ActivitiesQuery, NewActivity } from './shapes.ts';

const ROWS_A_PAGE = 50;

/** The kinds of the plan, with what each proposes. */
export function useActivityKinds() {
  return useQuery({
    queryKey: ['activity-kinds'],
    queryFn: ({ signal }) => api('GET /api/v1/activity-kinds', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useActivities(filters: ActivitiesQuery, { enabled = true } = {}) {
  return useInfiniteQuery({
    queryKey: ['activities', filters],
    queryFn: ({ signal, pageParam }) =>
      api('GET /api/v1/activities', {
        query: { ...filters, limit: ROWS_A_PAGE, cursor: pageParam },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** Between two looks at how many are there, in milliseconds. */
const LOOK_AGAIN_MILLISECONDS = 5_000;

/** One activity with what the desk sees; `live` looks again every few seconds. */
export function useActivity(id: string, { live = false, enabled = true } = {}) {
  return useQuery({
    queryKey: ['activity', id],
    queryFn: ({ signal }) => api('GET /api/v1/activities/{id}', { params: { id }, signal }),
    refetchInterval: live ? LOOK_AGAIN_MILLISECONDS : false,
    enabled,
  });
}

export function useMakeActivity() {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: (body: NewActivity) => api('POST /api/v1/activities', { body }),
    onSuccess: forget,
  });
}

/** Changes an activity; refused when someone else changed it since `version` was read. */
export function useChangeActivity(id: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: ({ version, ...body }: ActivityChange & { readonly version: number }) =>
      api('PATCH /api/v1/activities/{id}', {
        params: { id },
        body,
        ifMatch: `"${version}"`,
      }),
    onSuccess: forget,
  });
}

/** Asks these questions at sign-up; refused when somebody changed the activity since `version` was read. */
export function useAskQuestions(id: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: ({ version, ...body }: AskQuestions & { readonly version: number }) =>
      api('PUT /api/v1/activities/{id}/questions', {
        params: { id },
        body,
        ifMatch: `"${version}"`,
      }),
    onSuccess: forget,
  });
}

/** Drafts it again on these days. */
export function useCopyActivity(id: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: (days: string[]) =>
      api('POST /api/v1/activities/{id}/copies', { params: { id }, body: { days } }),
    onSuccess: forget,
  });
}

/** What else the same families are invited to at that time; asked just before publishing. */
export function useClashes(id: string) {
  return useMutation({
    mutationFn: () => api('GET /api/v1/activities/{id}/clashes', { params: { id } }),
  });
}

export function usePublishActivity(id: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: () => api('POST /api/v1/activities/{id}/publish', { params: { id } }),
    onSuccess: forget,
  });
}

export function useCancelActivity(id: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: (reason: string) =>
      api('POST /api/v1/activities/{id}/cancel', { params: { id }, body: { reason } }),
    onSuccess: forget,
  });
}

export function useFinishActivity(id: string) {
  const forget = useForgetActivities();
  return useMutation({
    mutationFn: () => api('POST /api/v1/activities/{id}/finish', { params: { id } }),
    onSuccess: forget,
  });
}

export function useForgetActivities() {
  const client = useQueryClient();
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey: [name] }) =>
        ['activities', 'activity', 'registrations', 'attendance', 'scan-conflicts'].includes(
          String(name),
        ),
    });
}
