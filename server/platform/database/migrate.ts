import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import pg from 'pg';
import { PublicError } from '../public-error.ts';

const OLDEST_POSTGRES = 150000;
const INSUFFICIENT_PRIVILEGE = '42501';

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

/**
 * Brings a district's schema up to date: makes the schema and the two low-privilege roles when they are
 * missing, then applies each `migrations/NNNN-*.sql` of every module, in the order of their numbers, each in a
 * transaction of its own. Forward only: a file that was applied must not change.
 */
export async function migrateDistrict(pool: pg.Pool, schema: string): Promise<void> {
  const migrations = readMigrations(join(import.meta.dirname, '..', '..'));
  const client = await pool.connect();
  try {
    await requireVersion(client);
    // Two programs that start at once take turns.
    await client.query(`select pg_advisory_lock(hashtext('gongyu migrate'), hashtext($1))`, [
      schema,
    ]);
    await client.query(makeRoles).catch(refuseWithoutRight);
    await client
      .query(`create schema if not exists ${pg.escapeIdentifier(schema)}`)
      .catch(refuseWithoutRight);
    await client.query(
      `grant usage on schema ${pg.escapeIdentifier(schema)} to gongyu_app, gongyu_counter`,
    );
    await client.query(`set search_path to ${pg.escapeIdentifier(schema)}`);
    await client.query(makeMigrationsTable);
    await client.query('grant select on migrations to gongyu_app');
    const applied = await client.query<{ name: string; hash: string }>(
      'select name, hash from migrations',
    );
    const known = new Map(applied.rows.map((row) => [row.name, row.hash]));
    for (const migration of migrations) await apply(client, migration, known.get(migration.name));
  } finally {
    client.release(true);
  }
}

async function apply(client: pg.PoolClient, migration: Migration, appliedHash: string | undefined) {
  if (appliedHash === migration.hash) return;
  if (appliedHash !== undefined) {
    throw new PublicError(
      `The migration ${migration.name} was changed after it was applied to this database. Restore the file and write a new migration instead.`,
    );
  }
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into migrations (name, hash, applied_at) values ($1, $2, now())', [
      migration.name,
      migration.hash,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new PublicError(
      `The migration ${migration.name} fails on this database: ${(error as Error).message}`,
    );
  }
}

/** All migrations of all modules, by their number, which is unique across the house. */
export function readMigrations(root: string): Migration[] {
  const files = globSync('**/migrations/[0-9][0-9][0-9][0-9]-*.sql', { cwd: root });
  const migrations = files.map((file) => {
    const sql = readFileSync(join(root, file), 'utf8');
    return { name: basename(file), sql, hash: createHash('sha256').update(sql).digest('hex') };
  });
  migrations.sort((a, b) => (a.name < b.name ? -1 : 1));
  migrations.forEach(({ name }, index) => {
    if (migrations[index + 1]?.name.slice(0, 4) === name.slice(0, 4)) {
      throw new PublicError(`Two migrations carry the number ${name.slice(0, 4)}.`);
    }
  });
  return migrations;
}

/** An owner that may not make roles or schemas needs them made by somebody who may. */
function refuseWithoutRight(error: unknown): never {
  if (!(error instanceof pg.DatabaseError) || error.code !== INSUFFICIENT_PRIVILEGE) throw error;
  throw new PublicError(
    `The account of DATABASE_URL may not set the database up (${error.message}). Give it CREATEROLE and make it the database's owner; or let an administrator run: create role gongyu_app nologin; create role gongyu_counter nologin; grant gongyu_app, gongyu_counter to <account>.`,
  );
}

async function requireVersion(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string; server_version: string }>(
    `select current_setting('server_version_num') as server_version_num,
            current_setting('server_version') as server_version`,
  );
  if (Number(rows[0]?.server_version_num) < OLDEST_POSTGRES) {
    throw new PublicError(
      `PostgreSQL ${rows[0]?.server_version} is too old: Gongyu needs 15 to 18.`,
    );
  }
}

// gongyu_app serves people; gongyu_counter places facts and posts entries. Neither may log in: the program's
// own account steps down into them at the start of each transaction.
const makeRoles = `
do $$
begin
  if not exists (select from pg_roles where rolname = 'gongyu_app') then
    create role gongyu_app nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'gongyu_counter') then
    create role gongyu_counter nologin;
  end if;
  if not (pg_has_role('gongyu_app', 'member') and pg_has_role('gongyu_counter', 'member')) then
    execute format('grant gongyu_app, gongyu_counter to %I', current_user);
  end if;
end $$`;

const makeMigrationsTable = `
create table if not exists migrations (
  name       text primary key,
  hash       text not null,
  applied_at timestamptz not null
)`;
