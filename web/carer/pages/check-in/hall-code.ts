/** What the code on the hall's screen says: which event, and the characters of this quarter minute. */
export interface HallCode {
  readonly activityId: string;
  readonly code: string;
}

const CODE = /^[0-9A-Z]{8}$/;
const ACTIVITY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads `<activity>.<code>`, the part of the address after `#`. */
export function readHallCode(fragment: string): HallCode | undefined {
  const [activityId = '', code = '', ...rest] = fragment.replace(/^#/, '').split('.');
  const read = readTypedCode(code);
  if (rest.length > 0 || !read || !ACTIVITY.test(activityId)) return undefined;
  return { activityId, code: read };
}

/** Reads a scanned address of this or another host; only its path and fragment count. */
export function readScannedAddress(text: string): HallCode | undefined {
  const [address = '', fragment = ''] = text.split('#');
  return /\/app\/check-in\/?(\?.*)?$/.test(address) ? readHallCode(fragment) : undefined;
}

/** Eight characters as a hand types them: spaces, dashes, small letters and full width are forgiven. */
export function readTypedCode(typed: string): string | undefined {
  const code = typed.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
  return CODE.test(code) ? code : undefined;
}
