import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { postgresIn, start, until } from './program.ts';
import { type RunningDistrict, removeDistrict, startSmallDistrict } from './running-district.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongyu-start-'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the plan with one file changed. */
function changedPlan(file: string, change: (text: string) => string): string {
  const plan = join(folder, 'plan');
  cpSync('plans/tianfu', plan, { recursive: true });
  const path = join(plan, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  return plan;
}

describe('a server that cannot start says why in one sentence, and nothing runs on', () => {
  test.each<[string, RegExp, () => Record<string, string>]>([
    [
      'the data folder cannot be written',
      /GONGYU_DATA/,
      () => {
        writeFileSync(join(folder, 'file'), '');
        return { GONGYU_DATA: join(folder, 'file', 'data') };
      },
    ],
    [
      'nothing answers at DATABASE_URL',
      /DATABASE_URL/,
      () => ({ DATABASE_URL: 'postgresql://gongyu:hidden@127.0.0.1:1/gongyu' }),
    ],
    [
      'a plan file is no YAML',
      /points\.yaml/,
      () => ({ GONGYU_PLAN: changedPlan('points.yaml', (text) => `${text}\n  - [`) }),
    ],
    [
      'a plan file says what nobody knows',
      /points\.yaml/,
      () => ({ GONGYU_PLAN: changedPlan('points.yaml', (text) => `${text}\nbonus: 3\n`) }),
    ],
    ['a setting is wrong', /PORT/, () => ({ PORT: 'three' })],
  ])('when %s', async (_why, naming, settings) => {
    const program = start(['server/main.ts'], { GONGYU_DATA: folder, PORT: '0', ...settings() });
    expect(await program.ended).toBe(1);
    expect(program.err()).toMatch(naming);
    expect(program.err()).not.toMatch(/\n\s+at |hidden/);
    expect(program.out()).not.toContain('http://');
    expect(postgresIn(folder)).toBe(0);
  });

  test('when the production start lacks what production needs', async () => {
    const program = start(['server/cli.ts', 'serve'], { GONGYU_DATA: folder });
    expect(await program.ended).toBe(1);
    expect(program.err().trim().split('\n')).toHaveLength(1);
    expect(program.err()).toContain('GONGYU_PUBLIC_URL');
  });
});

test('a signal while the demo is being made ends the program and its database, and the next start begins anew', async () => {
  const making = ['server/cli.ts', 'demo', '--scale', 'demo', '--seed', '1'];
  const program = start(making, { GONGYU_DATA: folder });
  await until('the demo is being made', () => program.err().includes('making a demo district'));
  expect(postgresIn(folder)).toBe(1);
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(143);
  await until('the database has ended', () => postgresIn(folder) === 0);
  const again = ['server/cli.ts', 'demo', '--scale', 'small', '--seed', '1'];
  expect(await start(again, { GONGYU_DATA: folder }).ended).toBe(0);
});

describe('beside a server that runs', () => {
  let district: RunningDistrict;
  beforeAll(async () => {
    district = await startSmallDistrict();
  });
  afterAll(async () => {
    await district.stop();
    await removeDistrict(district);
  });

  test('a command shares its database and leaves it running', async () => {
    const command = start(['server/cli.ts', 'recount', '--check'], {
      GONGYU_DATA: district.folder,
    });
    expect(await command.ended).toBe(0);
    expect((await fetch(`${district.url}/readyz`)).status).toBe(200);
  });

  test('a second server on the same port says so, and the first serves on', async () => {
    const { port } = new URL(district.url);
    const second = start(['server/main.ts'], { GONGYU_DATA: district.folder, PORT: port });
    expect(await second.ended).toBe(1);
    expect(second.err()).toMatch(/PORT/);
    expect((await fetch(`${district.url}/readyz`)).status).toBe(200);
  });

  test('the production start refuses a district with demo personas', async () => {
    const program = start(['server/cli.ts', 'serve'], {
      GONGYU_DATA: district.folder,
      GONGYU_PUBLIC_URL: 'https://gongyu.example.org',
      GONGYU_SECRET: Buffer.alloc(32, 7).toString('base64'),
      GONGYU_SMS: 'aliyun',
      GONGYU_SMS_KEY_ID: 'id',
      GONGYU_SMS_KEY_SECRET: 'secret',
      GONGYU_SMS_SIGN_NAME: '共育',
      GONGYU_SMS_TEMPLATE: 'SMS_1',
      PORT: '0',
    });
    expect(await program.ended).toBe(1);
    expect(program.err()).toMatch(/persona/);
    expect((await fetch(`${district.url}/readyz`)).status).toBe(200);
  });

  test('told to end, it ends with its database', async () => {
    await district.stop();
    await until('the database has ended', () => postgresIn(district.folder) === 0);
  });
});

test('a port in use is named before a demo is made, and no database is left', async () => {
  const holder: Server = createServer().listen(0, 'localhost');
  await new Promise((resolve) => holder.once('listening', resolve));
  const { port } = holder.address() as { port: number };
  const program = start(['server/main.ts'], { GONGYU_DATA: folder, PORT: String(port) });
  expect(await program.ended).toBe(1);
  expect(program.err()).toContain(`Port ${port} is in use`);
  expect(program.err().trim().split('\n')).toHaveLength(1);
  expect(postgresIn(folder)).toBe(0);
  holder.close();
});

test('when its terminal is closed it ends with its database', async () => {
  await start(['server/cli.ts', 'demo', '--scale', 'small'], { GONGYU_DATA: folder }).ended;
  const program = start(['server/main.ts'], { GONGYU_DATA: folder, PORT: '0' });
  await until('it serves', () => program.out().includes('http://'));
  program.child.kill('SIGHUP');
  expect(await program.ended).toBe(0);
  expect(postgresIn(folder)).toBe(0);
});
