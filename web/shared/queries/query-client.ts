import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api-problem.ts';
import { ME } from './me.ts';

const FRESH_MILLISECONDS = 15_000;
const NETWORK_TRIES = 2;

/** One for each app. An answer 401 anywhere shows the sign-in screen in place; the page returns after it. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof ApiProblem && error.status === 401) client.setQueryData(ME, null);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MILLISECONDS,
        // Only a dead network is worth asking again; a refusal stays a refusal.
        retry: (failures, error) =>
          failures < NETWORK_TRIES && error instanceof ApiProblem && error.status === 0,
      },
      mutations: { retry: false },
    },
  });
  return client;
}
