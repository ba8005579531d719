import { useSyncExternalStore } from 'react';
import type { Me } from '../shared/api-types.gen.ts';
import { useSignedIn } from '../shared/queries/me.ts';

const REMEMBERED_AS = 'gongyu.child';
const listeners = new Set<() => void>();

/** The child whose things are shown: the one chosen last on this phone, else the first. */
export function useChild(): Me['children'][number] | undefined {
  const { children } = useSignedIn();
  const chosen = useSyncExternalStore(listen, () => localStorage.getItem(REMEMBERED_AS));
  return children.find(({ id }) => id === chosen) ?? children[0];
}

export function chooseChild(id: string): void {
  localStorage.setItem(REMEMBERED_AS, id);
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
