import { AppLink, useAppGo, useAppParams, useFilters } from '../shared/routing/app-pages.tsx';
import type { pages } from './pages.ts';

type Path = keyof typeof pages;

/** Links and jumps that know this app's pages. */
export const Link = AppLink<Path>;
export const useGo = useAppGo<Path>;

/** The parameters in the address of the page one is on. */
export function usePageParams<On extends Path>() {
  return useAppParams<On>();
}

/**
 * What narrows and sorts a list, in the address: a link to it can be sent. Each choice is a step that one can go
 * back from; the letters of a word that one searches for are not.
 */
export function useListFilters<Filters extends Readonly<Record<string, string>>>(
  defaults: Filters,
): readonly [Filters, (change: Partial<Filters>) => void] {
  const [filters, setFilters] = useFilters(defaults);
  return [filters, (change) => setFilters(change, { asStep: !isTyping(change) })];
}

function isTyping(change: object): boolean {
  return Object.keys(change).every((key) => key === 'q');
}
