import {
  infiniteQueryOptions,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '../../shared/api.ts';

const NOTICES_A_PAGE = 30;

/** What I was told, newest first, a page after the other; or only what still speaks. */
export function notices(isUnread: boolean) {
  return infiniteQueryOptions({
    queryKey: ['notices', isUnread],
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/v1/notices', {
        query: {
          limit: NOTICES_A_PAGE,
          ...(isUnread && { unread: true }),
          ...(pageParam && { cursor: pageParam }),
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}

export function useNotices(isUnread: boolean) {
  return useInfiniteQuery(notices(isUnread));
}

/** The home shows it no longer. */
export function useMarkRead() {
  const forget = useForgetNotices();
  return useMutation({
    mutationFn: (id: string) => api('POST /api/v1/notices/{id}/read', { params: { id } }),
    onSuccess: forget,
  });
}

export function useMarkAllRead() {
  const forget = useForgetNotices();
  return useMutation({ mutationFn: () => api('POST /api/v1/notices/read'), onSuccess: forget });
}

/** For whoever does what a notice asked for: it is silent from then on. */
export function useForgetNotices() {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ['carer-home'] });
    await client.invalidateQueries({ queryKey: ['notices'] });
  };
}
