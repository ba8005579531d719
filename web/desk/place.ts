import { useSyncExternalStore } from 'react';
import type { Me } from '../shared/api-types.gen.ts';

type Post = Me['posts'][number];

import { useSignedIn } from '../shared/queries/me.ts';

const REMEMBERED_AS = 'gongyu.post';
const listeners = new Set<() => void>();

/** The post one works from now: the one chosen last at this desk, else the first. Its organisation is the place. */
export function usePost(): Post | undefined {
  const { posts } = useSignedIn();
  const chosen = useSyncExternalStore(listen, () => localStorage.getItem(REMEMBERED_AS));
  return posts.find(({ id }) => id === chosen) ?? posts[0];
}

export function choosePost(id: string): void {
  localStorage.setItem(REMEMBERED_AS, id);
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
