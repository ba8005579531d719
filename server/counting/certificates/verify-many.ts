import { setImmediate as breathe } from 'node:timers/promises';
import { nobody } from '../../directory/index.ts';
import type { District, Words } from '../../platform/index.ts';
import { issuersOfDistrict, publicKeysOfDistrict } from '../keys/index.ts';
import { openAppealOf } from './appealed.ts';
import {
  type CertificateInput,
  type Check,
  certificateIn,
  createVerifier,
  openVerifyToken,
  STATUS_LIST_LENGTH,
  type Verifier,
} from './credential/index.ts';
import { statusListsFor } from './status-lists.ts';
import {
  type CertificateRecord,
  listCertificatesById,
  listCertificatesByNumber,
} from './store/records.ts';

/** A certificate as somebody shows it, and what they say of the child. */
export interface Asked {
  readonly shown:
    | { readonly number: string }
    /** Of the QR. */
    | { readonly token: string }
    /** JSON or vc+jwt, as it was received. */
    | { readonly credential: unknown };
  readonly childName?: string | undefined;
  readonly idNumberLastFour?: string | undefined;
}

export const outcomes = [
  'valid',
  'not-found',
  'link-forged',
  'unreadable',
  'details-differ',
  'name-differs',
  'suspended',
  'contested',
  'revoked',
  'replaced',
  'expired',
  'not-signed-yet',
  'signature-broken',
] as const;
export type Outcome = (typeof outcomes)[number];

const sentences: Readonly<Record<Outcome, Words>> = {
  valid: { zh: '有效', en: 'Valid' },
  'not-found': { zh: '没有这个编号的证明', en: 'No certificate has this number' },
  'link-forged': {
    zh: '这个核验链接不是本区签发的，请勿采信',
    en: 'The link was not issued by this district: do not rely on it',
  },
  unreadable: { zh: '这不是一份成长课时证明', en: 'This is no certificate of this kind' },
  'details-differ': {
    zh: '姓名或身份证件号末四位与证明不符',
    en: 'The name or the last four of the ID number are not those of the certificate',
  },
  'name-differs': { zh: '证明上的姓名与所填不同', en: 'The certificate names another child' },
  suspended: { zh: '已暂停：家庭积分低于要求', en: 'Suspended: the family’s points fell below' },
  contested: { zh: '核查中，暂停使用', en: 'Suspended while the district looks into it' },
  revoked: { zh: '已撤销', en: 'Revoked' },
  replaced: { zh: '已换发新证明，请看新的那份', en: 'Replaced: ask for the new certificate' },
  expired: { zh: '已过有效期', en: 'Expired' },
  'not-signed-yet': { zh: '正在签发，请稍后再验', en: 'Being signed: check again shortly' },
  'signature-broken': { zh: '签名不符，请勿采信', en: 'The signature fails: do not rely on it' },
};

export interface Verified {
  readonly outcome: Outcome;
  /** As `certificate verify` gives them; empty where there is nothing to check. */
  readonly checks: readonly Check[];
  /** The certificate that was found, whatever its state. */
  readonly record: CertificateRecord | undefined;
  /** What it says, once it is signed. */
  readonly says: CertificateInput | undefined;
}

/** How a name that differs is taken. */
export interface Strictness {
  /** `first`: whoever gives other details learns nothing more. `last`: the officer is told how it stands all the same. */
  readonly details: 'first' | 'last';
}

/** In a sentence, with the family's appeal where one is open: who reads it should not take the matter for settled. */
export function saidOf({ outcome, record }: Verified): Words {
  const { zh, en } = sentences[outcome];
  if (!record || !openAppealOf(record) || outcome === 'details-differ') return { zh, en };
  return {
    zh: `${zh}；家庭已申诉，区里正在复核`,
    en: `${en}; the family has appealed, not decided yet`,
  };
}

/** Signatures are work for the one thread that answers everybody: others come in between. */
const CHECKED_IN_ONE_BREATH = 10;

/**
 * Verifies many certificates in one go, for the desk's list and for other systems alike: how each stands from the
 * register, signatures and status lists from the signed papers themselves. In the order asked.
 */
export async function verifyMany(
  district: District,
  asked: readonly Asked[],
  at: Date,
  strictness: Strictness,
): Promise<Verified[]> {
  const named = asked.map((one) => ({ ...one, ...nameOf(district, one.shown, at) }));
  const known = await findRecords(district, named);
  const verify = await verifierFor(district, [...known.values()], at);
  const verified: Verified[] = [];
  for (const [index, one] of named.entries()) {
    const record = known.get(one.id ?? one.number ?? '');
    verified.push(await verifyOne(verify, one, record, at, strictness));
    if (index % CHECKED_IN_ONE_BREATH === CHECKED_IN_ONE_BREATH - 1) await breathe();
  }
  return verified;
}

interface Named extends Asked {
  readonly id?: string | undefined;
  readonly number?: string | undefined;
  /** Where what was shown names no certificate. */
  readonly broken?: 'link-forged' | 'unreadable';
}

function nameOf(district: District, shown: Asked['shown'], at: Date): Partial<Named> {
  if ('number' in shown) return { number: shown.number };
  if ('token' in shown) {
    const opened = openVerifyToken(shown.token, publicKeysOfDistrict(district), at);
    return opened.outcome === 'forged' ? { broken: 'link-forged' } : { id: opened.certificateId };
  }
  const said = certificateIn(shown.credential);
  return said ? { id: said.id } : { broken: 'unreadable' };
}

async function findRecords(
  { database }: District,
  named: readonly Named[],
): Promise<ReadonlyMap<string, CertificateRecord>> {
  const numbers = named.flatMap(({ number }) => number ?? []);
  const ids = named.flatMap(({ id }) => id ?? []);
  const [byNumber, byId] = await database.read(nobody, async (transaction) => [
    numbers.length > 0 ? await listCertificatesByNumber(transaction, numbers) : [],
    ids.length > 0 ? await listCertificatesById(transaction, ids) : [],
  ]);
  return new Map([
    ...byNumber.map((record) => [record.number, record] as const),
    ...byId.map((record) => [record.id, record] as const),
  ]);
}

async function verifierFor(
  district: District,
  records: readonly CertificateRecord[],
  now: Date,
): Promise<Verifier> {
  const lists = new Map(
    records.map((record) => [Math.floor(record.status_index / STATUS_LIST_LENGTH), record]),
  );
  const statusLists = await Promise.all(
    [...lists.values()].map(({ status_index }) => statusListsFor(district, status_index)),
  );
  return createVerifier({
    now,
    trustedIssuers: issuersOfDistrict(district),
    statusLists: statusLists.flat(),
  });
}

async function verifyOne(
  verify: Verifier,
  asked: Named,
  record: CertificateRecord | undefined,
  at: Date,
  { details }: Strictness,
): Promise<Verified> {
  const without = (outcome: Outcome) => ({ outcome, checks: [], record, says: undefined });
  if (asked.broken) return without(asked.broken);
  // A paper that was shown whole is checked as it was shown, whatever we hold.
  const credential = 'credential' in asked.shown ? asked.shown.credential : record?.credential;
  const says = credential ? certificateIn(credential) : undefined;
  if (!record && !('credential' in asked.shown)) return without('not-found');
  const differs = says !== undefined && !fits(says, asked);
  if (differs && details === 'first') return without('details-differ');
  const checks = credential ? await verify(credential) : [];
  const outcome = outcomeOf({ record, checks, differs, isSigned: says !== undefined }, at);
  return { outcome, checks, record, says };
}

interface Facts {
  readonly record: CertificateRecord | undefined;
  readonly checks: readonly Check[];
  readonly differs: boolean;
  readonly isSigned: boolean;
}

function outcomeOf({ record, checks, differs, isSigned }: Facts, at: Date): Outcome {
  const isGenuine = ['signature', 'issuer'].every((key) =>
    checks.some((check) => check.key === key && check.outcome === 'passed'),
  );
  if (!record) return isGenuine ? 'not-found' : 'signature-broken';
  if (record.state === 'ended') return 'expired';
  if (record.state !== 'due' && record.state !== 'valid') return record.state;
  if (!isSigned) return 'not-signed-yet';
  if (differs) return 'name-differs';
  if (record.valid_until && record.valid_until < at) return 'expired';
  return isGenuine ? 'valid' : 'signature-broken';
}

/** Whether the certificate is of the child that was named; what was not said is not asked. */
function fits({ child }: CertificateInput, { childName, idNumberLastFour }: Asked): boolean {
  const sameName = !childName?.trim() || plain(childName) === plain(child.name);
  const four = idNumberLastFour?.trim().toUpperCase();
  return sameName && (!four || four === child.idNumberLastFour.toUpperCase());
}

/** Names are typed with all kinds of spaces and of middle dots (阿依古丽·买买提). */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/[\s\u3000]+/g, '')
    .replaceAll(/[\u2022\u2027\u30fb\u2219\u22c5\u0387.]/g, '\u00b7');
}
