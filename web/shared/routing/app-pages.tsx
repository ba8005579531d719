import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Link as RouterLink,
  useNavigate,
  useParams,
  useSearch,
} from '@tanstack/react-router';
import type { AnchorHTMLAttributes, FunctionComponent, ReactNode } from 'react';
import { ErrorState } from '../components/error-state.tsx';
import { Skeleton } from '../components/loading.tsx';

interface PageFile {
  readonly Page: FunctionComponent;
  /** Asks what the page shows first, for those who come to it from outside. */
  readonly opensWith?: (client: QueryClient, params: PageParams) => Promise<void>;
}

/** What a page's address names. */
export type PageParams = Readonly<Record<string, string>>;

/** The pages of an app by their address: each a file of its own, loaded when first opened. */
export type PageTable = Readonly<Record<string, () => Promise<PageFile>>>;

interface AppOptions {
  /** Where the app lives: `/app`. */
  readonly basepath: string;
  /** Around every page; holds an `<Outlet />`. */
  readonly shell: FunctionComponent;
  readonly pages: PageTable;
  readonly missing: FunctionComponent;
}

export function createAppRouter({ basepath, shell, pages, missing }: AppOptions) {
  const root = createRootRoute({ component: shell, notFoundComponent: missing });
  const routes = Object.entries(pages).map(([path, load]) =>
    createRoute({
      getParentRoute: () => root,
      path,
      component: lazyRouteComponent(load, 'Page'),
    }),
  );
  return createRouter({
    routeTree: root.addChildren(routes),
    basepath,
    defaultPreload: 'intent',
    defaultPendingComponent: () => <Skeleton lines={5} />,
    defaultErrorComponent: ({ error, reset }) => <ErrorState error={error} retry={reset} />,
    defaultNotFoundComponent: missing,
    scrollRestoration: true,
  });
}

type ParamNames<Path extends string> = Path extends `${string}$${infer Rest}`
  ? Rest extends `${infer Name}/${infer Tail}`
    ? Name | ParamNames<Tail>
    : Rest
  : never;

type ParamsOf<Path extends string> = Readonly<Record<ParamNames<Path>, string>>;

/** Addresses that name nothing. */
type Plain<Paths extends string> = {
  [Path in Paths]: [ParamNames<Path>] extends [never] ? Path : never;
}[Paths];

/** Those that name something, each with what it names. */
type Named<Paths extends string> = {
  [Path in Exclude<Paths, Plain<Paths>>]: { readonly to: Path; readonly params: ParamsOf<Path> };
}[Exclude<Paths, Plain<Paths>>];

/** A place in the app: an address of its page table, with the parameters that address names. */
export type Place<Paths extends string> = {
  readonly search?: Readonly<Record<string, string | undefined>>;
  readonly hash?: string;
} & ({ readonly to: Plain<Paths>; readonly params?: never } | Named<Paths>);

type Anchor = Pick<AnchorHTMLAttributes<HTMLAnchorElement>, 'aria-label' | 'className' | 'onClick'>;

type LinkProps<Paths extends string> = Place<Paths> &
  Anchor & {
    /** Current only at exactly this address, not below it. */
    readonly exact?: boolean;
    readonly children?: ReactNode;
  };

/** A link within the app. Each app names its own in `links.ts`: `const Link = AppLink<keyof typeof pages>`. */
export function AppLink<Paths extends string>(props: LinkProps<Paths>) {
  const { to, params, search, hash, exact = false, ...anchor } = props;
  return (
    <RouterLink
      {...anchor}
      {...routerPlace({ to, params, search, hash })}
      activeOptions={{ exact, includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
    />
  );
}

interface AddressLinkProps extends Anchor {
  /** Below the app, as the server names it: `/activities/…`. */
  readonly address: string;
  readonly children?: ReactNode;
}

/** A link within the app to an address that the server names. */
export function AddressLink({ address, ...anchor }: AddressLinkProps) {
  const place = { to: address, params: undefined, search: undefined, hash: undefined };
  return <RouterLink {...anchor} {...routerPlace(place)} />;
}

/** `const go = useGo(); await go({ to: '/activities' })`. */
export function useAppGo<Paths extends string>(): (
  place: Place<Paths> & { readonly replace?: boolean },
) => Promise<void> {
  const navigate = useNavigate();
  return ({ to, params, search, hash, replace }) =>
    navigate({ ...routerPlace({ to, params, search, hash }), replace: replace ?? false });
}

/** `const { activityId } = usePageParams<'/activities/$activityId'>()`. */
export function useAppParams<Path extends string>(): ParamsOf<Path> {
  return useParams({ strict: false }) as ParamsOf<Path>;
}

interface LoosePlace {
  readonly to: string;
  readonly params: Readonly<Record<string, string>> | undefined;
  readonly search: Readonly<Record<string, string | undefined>> | undefined;
  readonly hash: string | undefined;
}

/** The router's own types know one route tree for the whole program; ours has three, so it is told loosely. */
function routerPlace({ to, params, search, hash }: LoosePlace) {
  return {
    to,
    ...(params && { params: params as never }),
    ...(search && { search: search as never }),
    ...(hash && { hash }),
  };
}

/**
 * Filters that live in the address, so that a view can be sent as a link and survives a reload:
 * `const [filters, setFilters] = useFilters({ stage: '', page: '1' })`.
 * What equals its default is left out. A change takes the place of the last one in the history, unless it is a
 * step that one can go back from.
 */
export function useFilters<Filters extends Readonly<Record<string, string>>>(
  defaults: Filters,
): readonly [Filters, (change: Partial<Filters>, how?: { readonly asStep: boolean }) => void] {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const filters = Object.fromEntries(
    Object.entries(defaults).map(([key, usual]) => [key, String(search[key] ?? usual)]),
  ) as Filters;
  const setFilters = (change: Partial<Filters>, { asStep } = { asStep: false }) => {
    const next = Object.entries({ ...filters, ...change }).map(([key, value]) => [
      key,
      value === defaults[key] ? undefined : value,
    ]);
    void navigate({
      to: '.',
      search: { ...search, ...Object.fromEntries(next) } as never,
      replace: !asStep,
    });
  };
  return [filters, setFilters];
}
