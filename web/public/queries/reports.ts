import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '../../shared/api.ts';

/** The report of a public event, if its host shows it to all. */
export function usePublicReport(activityId: string) {
  return useQuery({
    queryKey: ['public-report', activityId],
    queryFn: ({ signal }) =>
      api('GET /api/v1/public/activities/{id}/report', { params: { id: activityId }, signal }),
  });
}

const REPORTS_A_PAGE = 12;
/** More events than a week has. */
const MOST_A_WEEK = 100;

/** What was held, the latest first, page by page. */
export function usePublicReports() {
  return useInfiniteQuery({
    queryKey: ['public-reports'],
    queryFn: ({ signal, pageParam }) =>
      api('GET /api/v1/public/reports', {
        query: { limit: REPORTS_A_PAGE, ...(pageParam && { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

/** Of the events between two days those with a report, by id. */
export function useReported(from: string, to: string, { enabled }: { readonly enabled: boolean }) {
  return useQuery({
    queryKey: ['public-reports', from, to],
    queryFn: ({ signal }) =>
      api('GET /api/v1/public/reports', { query: { from, to, limit: MOST_A_WEEK }, signal }),
    select: ({ items }) => new Set(items.map(({ activity_id }) => activity_id)),
    enabled,
  });
}
