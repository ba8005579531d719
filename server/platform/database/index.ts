/** The database door: embedded or given PostgreSQL, one schema a district, migrations. */
export { createDistrictDatabase, type DistrictDatabase, type Reader } from './district-database.ts';
export { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
export {
  type FirstAnswer,
  findFirstAnswers,
  keepFirstAnswers,
  type Repeatable,
} from './first-answers.ts';
export { migrateDistrict } from './migrate.ts';
export { plainArray } from './plain-array.ts';
export { connectPool } from './pool.ts';
export type { Tables } from './tables.ts';
export { type ReadTransaction, transactionOn, type WriteTransaction } from './transaction.ts';
