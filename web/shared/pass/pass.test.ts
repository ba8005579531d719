import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { MyCode } from '../api-types.gen.ts';
import { codeOfNow } from './code-of-now.ts';
import { fromBase64Url } from './letters.ts';
import { looksLikePass, readPass } from './read-pass.ts';

/** Made by the server, which checks in its own test that it still makes the same. */
const { key, pass, codes, names } = JSON.parse(
  readFileSync(new URL('../../../vectors/passes.json', import.meta.url), 'utf8'),
) as {
  key: string;
  pass: MyCode;
  codes: { at: string; code: string; step: number }[];
  names: { activity: string; carer: string; name: string };
};
const publicKey = fromBase64Url(key);

describe('a pass, on a phone without network', () => {
  test.each(codes)('is shown at $at as the server would show it', async ({ at, code }) => {
    expect(await codeOfNow(pass, Date.parse(at))).toBe(code);
  });

  test.each(codes)('is read at the door as step $step', async ({ code, step }) => {
    expect(looksLikePass(code)).toBe(true);
    expect(await readPass(publicKey, code)).toMatchObject({ ...names, step, hadPlace: true });
  });

  test('is refused with any letter changed, or from another district', async () => {
    const code = codes[1]?.code ?? '';
    for (let place = 0; place < code.length - 1; place += 7) {
      const letter = code[place] === '0' ? '1' : '0';
      const changed = code.slice(0, place) + letter + code.slice(place + 1);
      expect(await readPass(publicKey, changed)).toBeUndefined();
    }
    const other = Uint8Array.from(publicKey);
    other[0] = (other[0] ?? 0) ^ 1;
    expect(await readPass(other, code)).toBeUndefined();
  });

  test('is not any other code', () => {
    for (const text of ['', 'HELLO', 'https://example.org/', codes[0]?.code.slice(1) ?? '']) {
      expect(looksLikePass(text)).toBe(false);
    }
  });
});
