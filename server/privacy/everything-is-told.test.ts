import { beforeAll, expect, test } from 'vitest';
import { makeTestDatabase, type TestDatabase } from '../platform/testing/test-database.ts';
import { holdings } from './holdings.ts';

/** Tables that tell a person nothing about themselves, and why. */
const elsewhere: Readonly<Record<string, string>> = {
  activity_photos: 'who uploaded is staff; the children on it are told in photo_children',
  activity_questions: 'what a host asks',
  activity_ratings: 'nobody can tell whose a rating is',
  activity_reports: 'of an event',
  allowances_used: 'keyed hashes, for minutes',
  certificate_sweeps: 'of rules',
  client_calls: 'of programs',
  client_secrets: 'of programs',
  client_tokens: 'of programs',
  clients: 'of programs',
  demo_personas: 'of made-up people',
  door_rules: 'of an event',
  duty_definitions: 'of the plan',
  duty_finishes: 'counts',
  duty_kinds_seen: 'of facts',
  duty_periods: 'of the plan',
  duty_places: 'of organisations',
  duty_reminder_days: 'of mornings',
  duty_reminders: 'of posts; whom they told, notices tell',
  duty_tallies: 'counts',
  duty_versions: 'of counts',
  key_generations: 'of the district’s keys',
  ledger_cosignatures: 'of checkpoints',
  ledger_name: 'of the ledger',
  ledger_signers: 'of other houses',
  ledger_subtrees: 'hashes',
  ledger_trees: 'hashes',
  log_places: 'how far counting is',
  migrations: 'of the database',
  organisations: 'of organisations',
  directory_version: 'a count',
  picture_questions: 'that a question is open; the answer is told in picture_consents',
  point_arrivals: 'the day a child came is told in enrolments',
  programmes: 'of events',
  rating_salts: 'of events',
  registration_students: 'the same as registration_carers, for children',
  simulations: 'of rules; who tried one is staff',
  sign_in_codes: 'keyed hashes, for minutes',
  topic_lists: 'of an event',
  topics: 'of an event',
  witnessed_ledgers: 'of other houses',
};

let here: TestDatabase;

beforeAll(async () => {
  here = await makeTestDatabase();
});

test('every table is told of to the people in it, or it is said why not', async () => {
  const { rows } = await here.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_schema = 'tianfu' and table_type = 'BASE TABLE' order by table_name`,
  );
  const told = new Set(holdings.flatMap(({ tables }) => tables));
  const names = rows.map(({ name }) => name);
  expect(names.filter((name) => !told.has(name) && elsewhere[name] === undefined)).toEqual([]);
  expect([...told, ...Object.keys(elsewhere)].filter((name) => !names.includes(name))).toEqual([]);
});

test('every part has a name of its own, for its file', () => {
  const names = holdings.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
