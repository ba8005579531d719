import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { ApiProblem } from '../api-problem.ts';
import type { Me } from '../api-types.gen.ts';
import { followLanguageOf } from '../words/start-words.ts';

export const ME = ['me'] as const;

/** Who is signed in; null when nobody is. */
export const whoAmI = queryOptions({
  queryKey: ME,
  queryFn: readMe,
  staleTime: Number.POSITIVE_INFINITY,
});

export function useMe() {
  return useQuery(whoAmI);
}

/** For pages behind the gate, where somebody is always signed in. */
export function useSignedIn(): Me {
  const me = useMe().data;
  if (!me) throw new Error('useSignedIn was called outside of the sign-in gate.');
  return me;
}

/** `const may = useMay(); may('roster.import')`: what to show. The server decides in the end. */
export function useMay(): (capability: string) => boolean {
  const capabilities: readonly string[] = useMe().data?.capabilities ?? [];
  return (capability) => capabilities.includes(capability);
}

async function readMe({ signal }: { readonly signal: AbortSignal }): Promise<Me | null> {
  try {
    const me = await api('GET /api/v1/me', { signal });
    await followLanguageOf(me.language);
    return me;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}
