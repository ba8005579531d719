import type { Language } from './words.ts';

/** What is known of one call before any action runs: when, in which language, whether it is a retry. */
export interface Call {
  readonly at: Date;
  readonly language: Language;
  /** Set when the client sent `Idempotency-Key`; a write with the same one gives the first answer. */
  readonly idempotency?: { readonly key: string; readonly fingerprint: string };
}
