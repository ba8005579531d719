import type { Words } from '../../../platform/index.ts';

/** One thing that is wrong with an export. */
export interface AuditFinding {
  readonly about: 'manifest' | 'key' | 'checkpoint' | 'entry' | 'balance';
  /** The entry that is wrong; the first of them when `through` is there too. */
  readonly sequence?: number;
  /** Signed roots only say that a wrong entry lies between `sequence` and `through`, both included. */
  readonly through?: number;
  readonly carer?: string;
  readonly says: Words;
}

/** A finding about an entry, which has a place. */
export type WrongEntry = AuditFinding & { readonly about: 'entry'; readonly sequence: number };

/** That the entry of this place is wrong. */
export function wrongEntry(sequence: number, { zh, en }: Words): WrongEntry {
  return {
    about: 'entry',
    sequence,
    says: { zh: `第 ${sequence} 条：${zh}`, en: `Entry ${sequence}: ${en}` },
  };
}
