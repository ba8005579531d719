import type { Clock } from './clock.ts';
import type { DistrictDatabase } from './database/district-database.ts';
import type { FileStore } from './files/index.ts';
import type { Sealing } from './sealing/index.ts';
import type { SigningKeys } from './signing/index.ts';

/**
 * One district as the running program holds it: a PostgreSQL schema, its keys, its clock.
 * A room that carries more for a district (its plan) merges it in here.
 */
export interface District {
  /** Short name, also the name of its schema. */
  readonly id: string;
  readonly database: DistrictDatabase;
  readonly sealing: Sealing;
  /** Signs certificates and the ledger's checkpoints. */
  readonly keys: SigningKeys;
  /** Photos and other files that people give. */
  readonly files: FileStore;
  readonly clock: Clock;
  /** Where people reach it, without a slash at the end. */
  readonly publicUrl: string;
}
