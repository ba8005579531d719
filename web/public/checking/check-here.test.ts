import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { VerificationKit } from '../../shared/api-types.gen.ts';
import { checkHere } from './check-here.ts';

const NOW = new Date('2026-11-20T02:00:00Z');
const ISSUED = new Date('2026-11-01T02:00:00Z');
const UNTIL = new Date('2028-11-01T02:00:00Z');
const PLACE = 1234;
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

interface Signer {
  readonly privateKey: KeyObject;
  readonly multikey: string;
}

function signer(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
  let number = BigInt(`0xed01${raw.toString('hex')}`);
  let letters = '';
  for (; number > 0n; number /= 58n) letters = `${ALPHABET[Number(number % 58n)]}${letters}`;
  return { privateKey, multikey: `z${letters}` };
}

const district = signer();
const stranger = signer();
const idOf = ({ multikey }: Signer) => `did:web:gongyu.example#${multikey}`;

/** Byte by byte as docs and server have it. */
function tokenOf(by: Signer, { expiresAt = UNTIL, plain = false, place = PLACE } = {}): string {
  const seconds = (at: Date) => Math.floor(at.getTime() / 1000);
  const head = Buffer.alloc(21, 7);
  head.writeUInt8(plain ? 1 : 2, 0);
  head.writeUInt32BE(seconds(expiresAt), 17);
  const numbers = Buffer.alloc(14);
  numbers.writeUInt32BE(seconds(ISSUED), 0);
  numbers.writeUInt32BE(2400, 4);
  numbers.writeUInt32BE(place, 10);
  const texts = ['TF-2026-000123', '阿依古丽·买买提', '002X'].map((text) => Buffer.from(text));
  const told = [numbers, ...texts.flatMap((text) => [Buffer.of(text.length), text])];
  const payload = Buffer.concat(plain ? [head] : [head, ...told]);
  const purpose = Buffer.from('gongyu certificate link\n');
  const signature = sign(null, Buffer.concat([purpose, payload]), by.privateKey);
  return Buffer.concat([payload, signature]).toString('base64url');
}

interface ListMade {
  readonly by?: Signer;
  readonly marked?: number;
  readonly at?: string;
}

function listOf(purpose: string, { by = district, marked, at = '2026-11-20T01:00:00Z' }: ListMade) {
  const bits = Buffer.alloc(131_072 / 8);
  if (marked !== undefined) bits[marked >> 3] = 0x80 >> (marked % 8);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = part({ alg: 'EdDSA', typ: 'vc+jwt', kid: idOf(by) });
  const encodedList = `u${gzipSync(bits).toString('base64url')}`;
  const credentialSubject = { statusPurpose: purpose, encodedList };
  const signed = `${header}.${part({ validFrom: at, credentialSubject })}`;
  return `${signed}.${sign(null, Buffer.from(signed), by.privateKey).toString('base64url')}`;
}

function kitOf({
  revocation = {},
  suspension = {},
  until = null,
}: {
  revocation?: ListMade;
  suspension?: ListMade;
  until?: string | null;
} = {}): VerificationKit {
  const words = { zh: '', en: '' };
  return {
    issuers: [
      {
        id: 'did:web:gongyu.example',
        keys: [{ id: idOf(district), multikey: district.multikey, until }],
      },
    ],
    status_lists: [
      { purpose: 'revocation', list: 0, signed: listOf('revocation', revocation) },
      { purpose: 'suspension', list: 0, signed: listOf('suspension', suspension) },
    ],
    issuer_name: { zh: '天府新区教育局', en: 'Education bureau' },
    labels: ['number', 'child_name', 'id_number_last_four', 'threshold', 'issuer', 'valid'].map(
      (key) => ({ key, label: words }),
    ),
    admission_use: { use: 'information', legal_basis: words, appeal_address: words },
    made_at: NOW.toISOString(),
  };
}

const outcomes = (checked: Awaited<ReturnType<typeof checkHere>>) =>
  Object.fromEntries((checked?.checks ?? []).map(({ key, outcome }) => [key, outcome]));

test('a good link shows what the paper shows, and from when the lists are', async () => {
  const checked = await checkHere(kitOf(), tokenOf(district), NOW);
  expect(checked).toMatchObject({ verdict: 'valid', state: 'valid' });
  expect(checked?.listsSignedAt).toEqual(new Date('2026-11-20T01:00:00Z'));
  expect(checked?.fields.map(({ value }) => value.zh)).toEqual([
    ...['TF-2026-000123', '阿依古丽·买买提', '002X', '24 分', '天府新区教育局'],
    '2026年11月1日至2028年11月1日',
  ]);
});

test('its own place in a list decides, and no neighbour’s', async () => {
  const revoked = kitOf({ revocation: { marked: PLACE } });
  expect(await checkHere(revoked, tokenOf(district), NOW)).toMatchObject({
    verdict: 'invalid',
    state: 'revoked',
  });
  const suspended = kitOf({ suspension: { marked: PLACE } });
  expect((await checkHere(suspended, tokenOf(district), NOW))?.state).toBe('suspended');
  for (const marked of [PLACE - 1, PLACE + 1]) {
    const kit = kitOf({ revocation: { marked } });
    expect((await checkHere(kit, tokenOf(district), NOW))?.verdict).toBe('valid');
  }
});

test('what another signed, or a letter changes, is nobody’s link', async () => {
  expect(await checkHere(kitOf(), tokenOf(stranger), NOW)).toBeUndefined();
  const good = tokenOf(district);
  for (let at = 0; at < good.length; at += 3) {
    const forged = good.slice(0, at) + (good[at] === 'A' ? 'B' : 'A') + good.slice(at + 1);
    expect(await checkHere(kitOf(), forged, NOW), String(at)).toBeUndefined();
  }
  for (const text of ['', 'x', good.slice(0, 40), `${good}AAAA`, '!!!']) {
    expect(await checkHere(kitOf(), text, NOW)).toBeUndefined();
  }
});

test('past its time it is expired', async () => {
  const token = tokenOf(district, { expiresAt: new Date('2026-11-19T00:00:00Z') });
  const checked = await checkHere(kitOf(), token, NOW);
  expect(checked).toMatchObject({ verdict: 'invalid', state: 'ended' });
  expect(outcomes(checked).dates).toBe('failed');
});

test('a list that is not the district’s, or dated after its key’s time, says nothing', async () => {
  const foreign = kitOf({ revocation: { by: stranger } });
  expect(outcomes(await checkHere(foreign, tokenOf(district), NOW)).revoked).toBe('unknown');
  const late = kitOf({ until: '2026-11-10T00:00:00Z' });
  const checked = await checkHere(late, tokenOf(district), NOW);
  expect(outcomes(checked)).toMatchObject({ revoked: 'unknown', suspended: 'unknown' });
  expect(checked?.verdict).toBe('unproven');
});

test('one list cannot stand in for the other', async () => {
  const kit = kitOf();
  const [revocation, suspension] = kit.status_lists;
  const swapped = {
    ...kit,
    status_lists: [
      { ...revocation, signed: suspension?.signed ?? '' },
      { ...suspension, signed: revocation?.signed ?? '' },
    ] as VerificationKit['status_lists'],
  };
  expect((await checkHere(swapped, tokenOf(district), NOW))?.verdict).toBe('unproven');
});

test('an older link, which only names a certificate, stays unproven and shows nothing', async () => {
  const checked = await checkHere(kitOf(), tokenOf(district, { plain: true }), NOW);
  expect(checked).toMatchObject({ verdict: 'unproven', fields: [], listsSignedAt: undefined });
});
