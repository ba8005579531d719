/**
 * What the phone remembers of the server's answers: what the carer's first pages show. A child's file, who looked
 * at it, certificates and devices are not among it: they are shown while the server says that one may see them.
 */
const kept: readonly RegExp[] = [
  /^\/api\/v1\/me$/,
  /^\/api\/v1\/carer\/(home|activities|registrations|points)$/,
  /^\/api\/v1\/notices$/,
  /^\/api\/v1\/activity-kinds$/,
  /^\/api\/v1\/activities\/[\w-]+(\/my-code)?$/,
];

/** What a first visit keeps, so that the second may be without a network. */
export const FIRST_KEPT = ['/api/v1/me', '/api/v1/carer/home', '/api/v1/carer/registrations'];

/** Whether the last answer to a GET of this path is kept. */
export function isKept(pathname: string): boolean {
  return kept.some((path) => path.test(pathname));
}

/** Signing in and out: all that was kept is forgotten. */
export function changesWhoIsSignedIn(method: string, pathname: string): boolean {
  if (method === 'POST') return /^\/api\/v1\/(sign-in\/sessions|demo\/sign-in)$/.test(pathname);
  return method === 'DELETE' && pathname === '/api/v1/sign-in/session';
}

/** A week: after it the answer is of no use, and whoever finds the phone learns nothing from it. */
const LONGEST_KEPT_MILLISECONDS = 7 * 24 * 3_600_000;

export function isTooOld(keptAt: string | null, now: number): boolean {
  const age = now - Date.parse(keptAt ?? '');
  return !(age < LONGEST_KEPT_MILLISECONDS);
}

const SIGNED_OUT = 401;
const NOT_FOR_ME: readonly number[] = [403, 404];
const GATEWAY_FAILS_FROM = 502;

/** What an answer does to the one that is kept. */
export function effectOf(status: number): 'keep' | 'forget-all' | 'forget' | 'none' {
  if (status === 200) return 'keep';
  if (status === SIGNED_OUT) return 'forget-all';
  if (NOT_FOR_ME.includes(status)) return 'forget';
  return 'none';
}

/** The server was not reached, though something before it answered. */
export function isOutOfReach(status: number): boolean {
  return status >= GATEWAY_FAILS_FROM;
}

/** All that the scanner asks before it opens: its own scans wait on a shelf of their own. */
export const WHO_IS_SIGNED_IN = '/api/v1/me';

/** With which the verify page checks links by itself: the same for everybody. */
export const VERIFICATION_KIT = '/api/v1/public/verification-kit';

/** The one page of the desk that opens without a network. */
export function isScanner(pathname: string): boolean {
  return /^\/desk\/activities\/[\w-]+\/scanner\/?$/.test(pathname);
}
