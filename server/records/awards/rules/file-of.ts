import type { AwardEvidence } from '../tables.ts';

export function fileOf({ id, kind }: Pick<AwardEvidence, 'id' | 'kind'>): string {
  return `awards/${id}.${kind === 'pdf' ? 'pdf' : 'jpeg'}`;
}
