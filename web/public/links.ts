import { AppLink, useAppGo, useAppParams } from '../shared/routing/app-pages.tsx';
import type { pages } from './pages.ts';

type Path = keyof typeof pages;

/** Links and jumps that know this app's pages. */
export const Link = AppLink<Path>;
export const useGo = useAppGo<Path>;

/** The parameters in the address of the page one is on. */
export function usePageParams<On extends Path>() {
  return useAppParams<On>();
}
