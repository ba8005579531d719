import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSealing } from '../../../platform/index.ts';
import { type Sealer, startSealer } from './personal-cells-thread.ts';

const sealing = createSealing(randomBytes(32), 'tianfu');
const people = [
  { phone: '10012345678', id: '999101198001011234' },
  { phone: null, id: '99910119800101123X' },
  { phone: '10087654321', id: null },
];

function cellsBy(sealer: Sealer): Promise<readonly string[]> {
  return sealer.cells([
    { purpose: 'phone', plain: people.map(({ phone }) => phone) },
    { purpose: 'id-number', plain: people.map(({ id }) => id) },
  ]);
}

/** The bytes of a cell as COPY reads them. */
function bytesOf(cell: string | undefined): Buffer | null {
  return cell === undefined || cell === '\\N' ? null : Buffer.from(cell.slice(3), 'hex');
}

for (const [where, rows] of [
  ['beside the program', 3],
  ['in a thread of its own', 1_000_000],
] as const) {
  test(`numbers sealed ${where} are found by their index and open again`, async () => {
    const sealer = startSealer(sealing, true, rows);
    const lines = await cellsBy(sealer);
    await sealer.stop();
    expect(lines).toHaveLength(people.length);
    for (const [index, { phone, id }] of people.entries()) {
      const [phoneIndex, phoneSealed, idIndex, idSealed] = (lines[index] ?? '').split('\t');
      expect(bytesOf(phoneIndex)).toEqual(phone && sealing.blindIndex('phone', phone));
      expect(bytesOf(idIndex)).toEqual(id && sealing.blindIndex('id-number', id));
      const sealed = bytesOf(phoneSealed);
      expect(sealed && sealing.open('phone', sealed)).toBe(phone);
      const sealedId = bytesOf(idSealed);
      expect(sealedId && sealing.open('id-number', sealedId)).toBe(id);
    }
  });
}

test('a preview seals nothing', async () => {
  const sealer = startSealer(sealing, false, 3);
  const [line] = await cellsBy(sealer);
  const [, phoneSealed, , idSealed] = (line ?? '').split('\t');
  expect([phoneSealed, idSealed]).toEqual(['\\N', '\\N']);
});

test('who still waits when the thread ends is told, and so is who asks after it', async () => {
  const sealer = startSealer(sealing, true, 1_000_000);
  const waiting = cellsBy(sealer);
  const told = expect(waiting).rejects.toThrow('has ended');
  await sealer.stop();
  await told;
  await expect(cellsBy(sealer)).rejects.toThrow('has ended');
});
