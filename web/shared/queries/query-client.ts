import { QueryCache, QueryClient, replaceEqualDeep } from '@tanstack/react-query';
import { ApiProblem } from '../api-problem.ts';
import { agedAs, forgetKeptAnswers, keptAtOf } from '../kept-answers.ts';
import { ME } from './me.ts';

const FRESH_MILLISECONDS = 15_000;
const NETWORK_TRIES = 2;
/** How often the server is asked again where it was not reached. */
const ASK_AGAIN_MILLISECONDS = 30_000;

/** One for each app. An answer 401 anywhere shows the sign-in screen in place; the page returns after it. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (!(error instanceof ApiProblem) || error.status !== 401) return;
        client.setQueryData(ME, null);
        void forgetKeptAnswers();
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MILLISECONDS,
        // Only a dead network is worth asking again; a refusal stays a refusal.
        retry: (failures, error) => failures < NETWORK_TRIES && isNetworkDead(error),
        // The phone may remember an answer: asking does not wait until there is a network.
        networkMode: 'always',
        refetchOnReconnect: 'always',
        refetchInterval: ({ state }) =>
          keptAtOf(state.data) !== undefined || isNetworkDead(state.error)
            ? ASK_AGAIN_MILLISECONDS
            : false,
        structuralSharing: (shown, answer) => agedAs(replaceEqualDeep(shown, answer), answer),
      },
      // Without a network a deed is refused at once, in words; it is not kept to be done later.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}

function isNetworkDead(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 0;
}
