/**
 * The tables of a district's schema. Each module merges its own rows in, beside its store:
 * `declare module '…/platform/database/tables.ts' { interface Tables { activities: ActivityRow } }`.
 */
export interface Tables {
  migrations: { name: string; hash: string; applied_at: Date };
  idempotency_keys: IdempotencyKeyRow;
}

interface IdempotencyKeyRow {
  key: string;
  person_id: string;
  fingerprint: string;
  answer: unknown;
  made_at: Date;
}
