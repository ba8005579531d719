import type { Evidence } from '../tables.ts';

export function fileOf({ id, kind }: Pick<Evidence, 'id' | 'kind'>): string {
  return `contests/${id}.${kind === 'pdf' ? 'pdf' : 'jpeg'}`;
}
