import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSealing } from '../../../platform/index.ts';
import type { HasNumbers } from '../roster.ts';
import { ROWS_A_PIECE, ROWS_WORTH_A_THREAD, Sealer } from './sealer.ts';
import { startSealingThread } from './sealing-thread.ts';

const sealing = createSealing(randomBytes(32), 'tianfu');

/** A list of so many, some without a phone, some without an ID number. */
function makePeople(amount: number): { phone: string | null; id_number: string | null }[] {
  return Array.from({ length: amount }, (_, n) => ({
    phone: n % 3 ? `100${String(n).padStart(8, '0')}` : null,
    id_number: n % 2 ? `999101${String(n).padStart(12, '0')}` : null,
  }));
}

async function cellsOf(sealer: Sealer, people: readonly HasNumbers[]): Promise<string[]> {
  const all: string[] = [];
  for (let first = 0; first < people.length; first += ROWS_A_PIECE) {
    const rows = people.slice(first, first + ROWS_A_PIECE);
    all.push(...(await sealer.cells('people', first, rows)));
  }
  await sealer.stop();
  return all;
}

/** The bytes of a cell as COPY reads them. */
function bytesOf(cell: string | undefined): Buffer | null {
  return cell === undefined || cell === '\\N' ? null : Buffer.from(cell.slice(3), 'hex');
}

function expectSealed(line: string | undefined, { phone = null, id_number }: HasNumbers): void {
  const [phoneIndex, phoneSealed, idIndex, idSealed] = (line ?? '').split('\t').map(bytesOf);
  expect(phoneIndex).toEqual(phone && sealing.blindIndex('phone', phone));
  expect(idIndex).toEqual(id_number && sealing.blindIndex('id-number', id_number));
  expect(phoneSealed && sealing.open('phone', phoneSealed)).toBe(phone);
  expect(idSealed && sealing.open('id-number', idSealed)).toBe(id_number);
}

for (const [where, amount] of [
  ['beside the program', 3],
  ['in a thread of its own', ROWS_WORTH_A_THREAD + 2 * ROWS_A_PIECE + 7],
] as const) {
  test(`numbers sealed ${where} are found by their index and open again`, async () => {
    const people = makePeople(amount);
    const sealer = new Sealer(sealing, true);
    for (const person of people) sealer.meet('people', person);
    const lines = await cellsOf(sealer, people);
    expect(lines).toHaveLength(amount);
    for (const [n, person] of people.entries()) expectSealed(lines[n], person);
  });
}

test('a number that a later row of the file fills in is sealed as it stands in the end', async () => {
  const people = makePeople(ROWS_WORTH_A_THREAD + ROWS_A_PIECE);
  const sealer = new Sealer(sealing, true);
  for (const person of people) sealer.meet('people', person);
  const first = people[0] as (typeof people)[number];
  first.phone = '10099999999';
  expectSealed((await cellsOf(sealer, people))[0], first);
});

test('a preview seals nothing', async () => {
  const people = makePeople(3);
  const sealer = new Sealer(sealing, false);
  for (const person of people) sealer.meet('people', person);
  for (const line of await cellsOf(sealer, people)) {
    const [, phoneSealed, , idSealed] = line.split('\t');
    expect([phoneSealed, idSealed]).toEqual(['\\N', '\\N']);
  }
});

test('who still waits when the thread ends is told, and so is who asks after it', async () => {
  const thread = startSealingThread(sealing, true);
  const columns = [{ purpose: 'phone', plain: ['10012345678'] }] as const;
  const told = expect(thread.lines(columns)).rejects.toThrow('has ended');
  await thread.stop();
  await told;
  await expect(thread.lines(columns)).rejects.toThrow('has ended');
});
