import { VersionMissing } from './refusals.ts';

export function etagOf(version: number): string {
  return `"${version}"`;
}

/** The version that the client has seen, from `"3"`, `W/"3"` or `3`. */
export function versionIn(header: string | undefined): number {
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header ?? '')?.[1];
  if (version === undefined) throw VersionMissing();
  return Number(version);
}

/** Whether the reader has got it already, by the tags of `If-None-Match`; compared weakly (RFC 9110, 13.1.2). */
export function hasGot(tag: string, ifNoneMatch: string | undefined): boolean {
  const known = (ifNoneMatch ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return known.includes('*') || known.includes(tag.replace(/^W\//, ''));
}
