import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { readMigrations } from '../../platform/database/migrate.ts';
import { connectPool, migrateDistrict, newId } from '../../platform/index.ts';
import { databaseAt } from '../../platform/testing/global-setup.ts';
import { type NoticeKind, noticeWords } from './rules/notice-words.ts';

/** The migration that gives what this room told to the notices, on a database from before. */
const MOVES = '0099-notices-are-a-room-of-their-own.sql';

const name = `test_${randomBytes(6).toString('hex')}`;
const person = newId();
const activity = newId();
const at = (hour: number) => new Date(Date.UTC(2026, 9, 14, hour));

let maintenance: pg.Pool;
let pool: pg.Pool;

interface Old {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly params: Record<string, string>;
  readonly made: Date;
  readonly read: Date | null;
}

const begins = { title: '家长会', place: '报告厅', begins_at: '2026-10-18T06:00:00Z' };
const told: readonly Old[] = (
  [
    ['changed', begins, null],
    ['cancelled', { title: '家长会', reason: '礼堂停电。' }, at(9)],
    ['moved-up', { ...begins, begins_at: '2026-01-02T16:30:00Z' }, null],
    ['offered', { title: '家长会', ends_at: '2026-10-15T12:00:00Z' }, null],
    ['offered', { title: '家长会', ends_at: '2026-10-15T12:00:00Z' }, at(10)],
    ['offer-lapsed', { title: '家长会' }, null],
    ['corrected', { title: '家长会', minutes: '60', reason: '迟到：「堵车」' }, null],
  ] as const
).map(([kind, params, read], index) => ({ id: newId(), kind, params, made: at(index), read }));

beforeAll(async () => {
  maintenance = await connectPool(inject('databaseUrl'), 1);
  await maintenance.query(`create database ${name}`);
  pool = await connectPool(databaseAt(inject('databaseUrl'), name), 2);
  await migrateAllBut(MOVES);
  await pool.query(
    `insert into tianfu.organisations (id, kind, name, lineage) values ($1, 'district', '天府新区', array[$1::uuid])`,
    [activity],
  );
  await pool.query(
    `insert into tianfu.activities
       (id, kind, state, host_id, host_kind, host_lineage, title, place, begins_at, ends_at, audience,
        made_by, made_at, changed_at)
     values ($1, 'guidance-lecture', 'published', $1, 'district', array[$1::uuid], '家长会', '报告厅',
             '2026-10-18T06:00:00Z', '2026-10-18T07:00:00Z', array[$1::uuid], $2, $3, $3)`,
    [activity, person, at(0)],
  );
  for (const { id, kind, params, made, read } of told) {
    await pool.query('insert into tianfu.activity_notices values ($1, $2, $3, $4, $5, $6, $7)', [
      ...[id, person, activity, kind, params, made, read],
    ]);
  }
  await migrateDistrict(pool, 'tianfu');
}, 60_000);

afterAll(async () => {
  await pool.end();
  await maintenance.query(`drop database ${name} with (force)`);
  await maintenance.end();
});

/** As a program of before would have left the schema: with every migration but one. */
async function migrateAllBut(one: string): Promise<void> {
  const before = readMigrations(join(import.meta.dirname, '..', '..')).filter(
    (migration) => migration.name !== one,
  );
  const client = await pool.connect();
  await client.query('create schema tianfu');
  await client.query('grant usage on schema tianfu to gongyu_app, gongyu_counter');
  await client.query('set search_path to tianfu');
  await client.query(
    'create table migrations (name text primary key, hash text not null, applied_at timestamptz not null)',
  );
  for (const { name: applied, hash, sql } of before) {
    await client.query(sql);
    await client.query('insert into migrations values ($1, $2, now())', [applied, hash]);
  }
  client.release(true);
}

const moved = async () => (await pool.query('select * from tianfu.notices order by made_at')).rows;

test('each notice is in the inbox with its sentence in both languages, as it was said', async () => {
  const rows = await moved();
  expect(rows.map(({ id }) => id)).toEqual(told.map(({ id }) => id));
  for (const [index, { kind, params, made }] of told.entries()) {
    expect(rows[index]).toMatchObject({
      ...{ person_id: person, room: 'activities', kind, subject_id: activity },
      ...{ link: `/activities/${activity}`, made_at: made, urgency: 'daily' },
      words: noticeWords(kind, params),
    });
  }
});

test('what was read stays read, and only an offer that nobody answered asks still', async () => {
  const rows = await moved();
  expect(rows.map(({ read_at }) => read_at)).toEqual(told.map(({ read }) => read));
  const speaking = rows.filter(({ asks, done_at }) => asks && done_at === null);
  expect(speaking.map(({ id }) => id)).toEqual([told[3]?.id]);
  expect(rows[4].done_at).toEqual(at(10));
});

test('nobody is sent a message about it anew', async () => {
  expect((await moved()).every(({ next_at }) => next_at === null)).toBe(true);
});

test('the room keeps no notices of its own, and setting up again changes nothing', async () => {
  const { rows } = await pool.query(`select to_regclass('tianfu.activity_notices') as old`);
  expect(rows[0].old).toBeNull();
  await migrateDistrict(pool, 'tianfu');
  expect(await moved()).toHaveLength(told.length);
});
