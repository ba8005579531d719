import type { Evidence } from '../tables.ts';

export function fileOf({ id, kind }: Pick<Evidence, 'id' | 'kind'>): string {
  return `contests/${id}.${kind === 'pdf' ? 'pdf' : 'jpeg'}`;
}

/** By its content, whatever its name says. */
export function isPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 5).toString('latin1') === '%PDF-';
}
