import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSealing } from './index.ts';

const secret = randomBytes(32);
const sealing = createSealing(secret, 'tianfu');

test('what was sealed opens to the same text, and never looks the same twice', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const sealed = sealing.seal('phone', text);
      expect(sealing.open('phone', sealed)).toBe(text);
      expect(sealing.seal('phone', text).equals(sealed)).toBe(false);
    }),
  );
});

test('a sealed field refuses to open when a bit was changed, for another purpose, or in another district', () => {
  const sealed = sealing.seal('phone', '10012345678');
  const changed = Buffer.from(sealed);
  changed[14] = (changed[14] ?? 0) ^ 1;
  expect(() => sealing.open('phone', changed)).toThrow();
  expect(() => sealing.open('id-number', sealed)).toThrow();
  expect(() => createSealing(secret, 'another').open('phone', sealed)).toThrow();
});

test('the blind index finds the same phone in one district and tells nothing to another', () => {
  const here = sealing.blindIndex('phone', '10012345678');
  expect(sealing.blindIndex('phone', '10012345678').equals(here)).toBe(true);
  expect(createSealing(secret, 'another').blindIndex('phone', '10012345678').equals(here)).toBe(
    false,
  );
});
