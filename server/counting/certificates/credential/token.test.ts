import fc from 'fast-check';
import { create } from 'qrcode';
import { expect, test } from 'vitest';
import { strangersKeys, testKeys } from './certificate-vectors.ts';
import { makeVerifyToken, openVerifyToken, verifyLink } from './index.ts';

const keys = await testKeys();
const ID = '019a0000-0000-7000-8000-000000000001';
const NOW = new Date('2026-10-20T00:00:00Z');
const LATER = new Date('2029-08-31T15:59:59Z');

test('a token says which certificate, and until when', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 0, max: 2 ** 32 - 1 }), (id, seconds) => {
      const expiresAt = new Date(seconds * 1000);
      const token = makeVerifyToken(id, expiresAt, keys);
      expect(openVerifyToken(token, [keys.publicKey], new Date(0))).toEqual({
        outcome: 'good',
        certificateId: id,
        expiresAt,
      });
    }),
  );
});

const FACTS = {
  ...{ number: 'TF-2026-000123', childName: '阿依古丽·买买提', idNumberLastFour: '002X' },
  ...{ threshold: 2400, issuedAt: NOW, statusList: 0, statusIndex: 131_071 },
};

test('a token that says what the paper shows opens the same certificate, and nothing in it can be changed', () => {
  const token = makeVerifyToken(ID, LATER, keys, FACTS);
  const bytes = Buffer.from(token, 'base64url');
  expect(bytes.toString('utf8')).toContain('阿依古丽·买买提');
  expect(openVerifyToken(token, [keys.publicKey], NOW)).toMatchObject({
    outcome: 'good',
    certificateId: ID,
  });
  for (const at of bytes.keys()) {
    const forged = Buffer.from(bytes.with(at, (bytes[at] ?? 0) ^ 1)).toString('base64url');
    expect(openVerifyToken(forged, [keys.publicKey], NOW).outcome).toBe('forged');
  }
});

test('a name too long for a token leaves a token without it', () => {
  const long = { ...FACTS, childName: '长'.repeat(100) };
  expect(makeVerifyToken(ID, LATER, keys, long)).toBe(makeVerifyToken(ID, LATER, keys));
});

test('an expired token still says which certificate it was for', () => {
  const token = makeVerifyToken(ID, new Date('2026-10-19T00:00:00Z'), keys);
  expect(openVerifyToken(token, [keys.publicKey], NOW)).toMatchObject({
    outcome: 'expired',
    certificateId: ID,
  });
});

test('no character of a token can be changed, added or left out', () => {
  const token = makeVerifyToken(ID, LATER, keys);
  for (let at = 0; at < token.length; at += 1) {
    const other = token[at] === 'A' ? 'B' : 'A';
    for (const forged of [
      token.slice(0, at) + other + token.slice(at + 1),
      token.slice(0, at) + token.slice(at + 1),
      token.slice(0, at) + other + token.slice(at),
    ]) {
      expect(openVerifyToken(forged, [keys.publicKey], NOW)).toEqual({ outcome: 'forged' });
    }
  }
});

test('a token by another key, and any other text, opens nothing', async () => {
  const foreign = makeVerifyToken(ID, LATER, await strangersKeys());
  expect(openVerifyToken(foreign, [keys.publicKey], NOW).outcome).toBe('forged');
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(openVerifyToken(text, [keys.publicKey], NOW).outcome).toBe('forged');
    }),
  );
});

test('a token cannot be made for what is no certificate id', () => {
  expect(() => makeVerifyToken('12', LATER, keys)).toThrow(RangeError);
});

test('the link of a host with 60 characters fits a QR of version 15 at level M', () => {
  const token = makeVerifyToken(ID, LATER, keys, FACTS);
  const link = verifyLink(`https://${'h'.repeat(60)}`, token);
  expect(create(link, { errorCorrectionLevel: 'M' }).version).toBeLessThanOrEqual(15);
});
