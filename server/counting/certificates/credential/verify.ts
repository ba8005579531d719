import { isDeepStrictEqual } from 'node:util';
import { Compile } from 'typebox/compile';
import type { Words } from '../../../platform/index.ts';
import {
  type DidDocument,
  publicKeyOfMultikey,
  verifySignature,
} from '../../../platform/signing/index.ts';
import type { OpenedCopy } from './admissions-copy.ts';
import { buildCertificate, readCertificate } from './build.ts';
import { type OpenedJwt, openJwt } from './jwt.ts';
import { type FoundKey, findKey, keyName, speaksFor } from './known-keys.ts';
import { isProvenBy } from './proof.ts';
import {
  Certificate,
  type CertificateInput,
  CREDENTIALS_CONTEXT,
  OPEN_BADGES_CONTEXT,
  SignedCertificate,
  SignedStatusList,
  type StatusPurpose,
  UnsignedStatusList,
} from './shapes.ts';
import { decodeStatusList, type StatusList } from './status-list.ts';
import type { CheckOutcome, SignatureOutcome } from './verify-words.ts';
import * as say from './verify-words.ts';

export type CheckKey =
  | 'shape'
  | 'contexts'
  | 'signature'
  | 'issuer'
  | 'dates'
  | 'revoked'
  | 'suspended';

export interface Check {
  readonly key: CheckKey;
  readonly outcome: CheckOutcome;
  readonly says: Words;
}

export interface VerifyOptions {
  /** The clock is an argument. */
  readonly now: Date;
  /** DID documents of the districts that are believed. Needed for did:web, and to tell ours from anyone's. */
  readonly trustedIssuers?: readonly DidDocument[];
  /** did:key names of keys that are believed while a did:web issuer's DID document is not at hand. */
  readonly trustedKeys?: readonly string[];
  /** Signed status lists, parsed from JSON; those of other certificates do no harm. */
  readonly statusLists?: readonly unknown[];
}

const signedShape = Compile(SignedCertificate);
const certificateShape = Compile(Certificate);
const statusListShape = Compile(SignedStatusList);
const unsignedListShape = Compile(UnsignedStatusList);

/** Checks one certificate after another with the same trusted issuers, lists and clock. */
export type Verifier = (credential: unknown) => Promise<Check[]>;

/**
 * Checks a certificate without any network: shape, contexts, signature, issuer, dates, revoked, suspended, in
 * this order, each with its outcome and a sentence. `credential` is what JSON.parse gave, or the text of a
 * vc+jwt; anything at all may be passed. Never throws on what it is given. For many certificates take `createVerifier`.
 */
export async function verifyCertificate(
  credential: unknown,
  options: VerifyOptions,
): Promise<Check[]> {
  return createVerifier(options)(credential);
}

/** `verifyCertificate` for many: each status list is checked and unpacked once. */
export function createVerifier(options: VerifyOptions): Verifier {
  const lists = new Map<string, Promise<StatusList | undefined>>();
  const believed: FindList = (certificate, purpose, url) => {
    const key = JSON.stringify([certificate.issuer.id, purpose, url]);
    const known = lists.get(key) ?? believedList(certificate, purpose, url, options);
    lists.set(key, known);
    return known;
  };
  return async (credential) => {
    const { content, certificate, key, askSignature } = open(credential);
    const contexts = checkContexts(content);
    // Without the closed shape a document could redefine its words or exhaust us: no JSON-LD on such.
    if (!certificate || contexts.outcome === 'failed') {
      return [check('shape', certificate ? say.SHAPE_GOOD : say.SHAPE_BAD), contexts, ...unasked()];
    }
    const signature = check('signature', say.SIGNATURE[await askSignature(options)]);
    const before = [check('shape', say.SHAPE_GOOD), contexts, signature];
    // What an unsigned sentence says of itself proves nothing, for or against.
    if (signature.outcome === 'failed') return [...before, ...unasked().slice(1)];
    return [
      ...before,
      checkIssuer(certificate, options, key),
      checkDates(certificate, options.now),
      await checkStatus(certificate, 'revocation', believed),
      await checkStatus(certificate, 'suspension', believed),
    ];
  };
}

/** What a credential in either dress says, if it is a certificate of ours by its shape; its signature is not asked. */
export function certificateIn(credential: unknown): CertificateInput | undefined {
  const { certificate } = open(credential);
  return certificate && readCertificate(certificate);
}

export type Verdict = 'valid' | 'invalid' | 'unproven';

/** One word for all checks: `valid` only when every one passed. */
export function verdictOf(checks: readonly Check[]): Verdict {
  if (checks.some(({ outcome }) => outcome === 'failed')) return 'invalid';
  return checks.every(({ outcome }) => outcome === 'passed') ? 'valid' : 'unproven';
}

/** A credential in either dress: what it says, whether that is a certificate, and how to ask for its signature. */
interface Opened {
  readonly content: unknown;
  /** Undefined when it has not exactly the shape that `createIssuer` gives. */
  readonly certificate: Certificate | undefined;
  /** The did:key of the key that it names. */
  readonly key: string;
  askSignature(options: VerifyOptions): Promise<SignatureOutcome>;
}

function open(credential: unknown): Opened {
  if (typeof credential === 'string') return openText(credential);
  if (!signedShape.Check(credential)) {
    return {
      ...{ content: credential, certificate: undefined, key: '' },
      askSignature: async () => 'failed',
    };
  }
  const { proof, ...unsigned } = credential;
  return {
    content: credential,
    certificate: isConsistent(unsigned) ? unsigned : undefined,
    key: keyName(proof[0].verificationMethod),
    askSignature: (options) => signatureOutcome(credential, options),
  };
}

function openText(text: string): Opened {
  const jwt = openJwt(text);
  const content = jwt?.content;
  const certificate =
    certificateShape.Check(content) && isConsistent(content) ? content : undefined;
  return {
    content,
    certificate,
    key: keyName(jwt?.kid ?? ''),
    async askSignature(options) {
      if (!jwt || !certificate) return 'failed';
      return jwtOutcome(jwt, certificate.issuer.id, [certificate.awardedDate], options);
    },
  };
}

async function jwtOutcome(
  { kid, signed, signature }: OpenedJwt,
  issuer: string,
  dates: readonly string[],
  options: VerifyOptions,
): Promise<SignatureOutcome> {
  const key = await findKey(kid, issuer, options);
  if (typeof key === 'string') return key;
  const publicKey = await publicKeyOfMultikey(key.publicKeyMultibase);
  return verifySignature(publicKey, signed, signature) ? inItsTime(key, dates) : 'failed';
}

/** What a copy for an admissions office comes to; how its place in the lists stands is the caller's to say. */
export async function checkAdmissionsCopy(
  { kid, signed, signature, claims }: OpenedCopy,
  options: VerifyOptions & { readonly revoked: boolean; readonly suspended: boolean },
): Promise<Check[]> {
  const until = new Date(claims.exp * 1000).toISOString();
  const jwt = { kid, signed, signature, content: claims };
  const made = new Date(claims.iat * 1000).toISOString();
  const outcome = await jwtOutcome(jwt, claims.iss, [claims.issued_at, made], options);
  return [
    check('signature', say.SIGNATURE[outcome]),
    check('dates', options.now > new Date(until) ? say.expired(until) : say.inTime(until)),
    check('revoked', say.STATUS.revoked[options.revoked ? 'failed' : 'passed']),
    check('suspended', say.STATUS.suspended[options.suspended ? 'failed' : 'passed']),
  ];
}

/** Building it again from what it says finds parts that contradict each other. */
function isConsistent(certificate: Certificate): boolean {
  return isDeepStrictEqual(buildCertificate(readCertificate(certificate)), certificate);
}

function checkContexts(credential: unknown): Check {
  const found = (credential as { '@context'?: unknown } | null)?.['@context'];
  const good = isDeepStrictEqual(found, [CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT]);
  return check('contexts', good ? say.CONTEXTS_GOOD : say.CONTEXTS_BAD);
}

async function signatureOutcome(
  credential: SignedCertificate | SignedStatusList,
  options: VerifyOptions,
): Promise<SignatureOutcome> {
  const issuer = typeof credential.issuer === 'string' ? credential.issuer : credential.issuer.id;
  const [{ verificationMethod }] = credential.proof;
  const key = await findKey(verificationMethod, issuer, options);
  if (typeof key === 'string') return key;
  const publicKey = await publicKeyOfMultikey(key.publicKeyMultibase);
  if (!(await isProvenBy(credential, publicKey))) return 'failed';
  return inItsTime(key, [credential.proof[0].created, credential.validFrom]);
}

/** A former key's signature is good when all that it dates lies in its time. */
function inItsTime({ until }: FoundKey, dates: readonly string[]): 'passed' | 'late' {
  return until && dates.some((date) => new Date(date) > until) ? 'late' : 'passed';
}

/** The signature was good by a key that is found; whether it is one that we believe is asked here. */
function checkIssuer({ issuer }: Certificate, options: VerifyOptions, key: string): Check {
  const { trustedIssuers, trustedKeys } = options;
  const trusted = trustedIssuers?.some(({ id }) => id === issuer.id);
  if (!trusted && trustedKeys?.includes(key)) {
    return check('issuer', say.issuerByKey(issuer.name, key));
  }
  if (!(trustedIssuers || trustedKeys)) return check('issuer', say.issuerUnasked(issuer.id));
  return check('issuer', trusted ? say.issuerTrusted(issuer.name) : say.issuerForeign(issuer.id));
}

function checkDates({ validFrom, validUntil }: Certificate, now: Date): Check {
  if (now < new Date(validFrom)) return check('dates', say.notYet(validFrom));
  if (validUntil !== undefined && now > new Date(validUntil)) {
    return check('dates', say.expired(validUntil));
  }
  return check('dates', say.inTime(validUntil));
}

const STATUS_KEYS = { revocation: 'revoked', suspension: 'suspended' } as const;

type FindList = (
  certificate: Certificate,
  purpose: StatusPurpose,
  url: string,
) => Promise<StatusList | undefined>;

async function checkStatus(
  certificate: Certificate,
  purpose: StatusPurpose,
  find: FindList,
): Promise<Check> {
  const key = STATUS_KEYS[purpose];
  const [revocation, suspension] = certificate.credentialStatus;
  const entry = purpose === 'revocation' ? revocation : suspension;
  const list = await find(certificate, purpose, entry.statusListCredential);
  const index = Number(entry.statusListIndex);
  if (!list || index >= list.length) return check(key, say.STATUS[key].unknown);
  return check(key, say.STATUS[key][list.has(index) ? 'failed' : 'passed']);
}

// Only the certificate's own issuer can say that it is revoked, or that it is not, and only while the list lasts.
async function believedList(
  certificate: Certificate,
  purpose: StatusPurpose,
  url: string,
  options: VerifyOptions,
): Promise<StatusList | undefined> {
  for (const given of options.statusLists ?? []) {
    const opened = openList(given);
    if (opened?.list.id !== url) continue;
    const { list, askSignature } = opened;
    const { statusPurpose, encodedList } = list.credentialSubject;
    if (statusPurpose !== purpose || !speaksFor(list.issuer, certificate.issuer.id, options)) {
      continue;
    }
    if (list.validUntil !== undefined && options.now > new Date(list.validUntil)) continue;
    if ((await askSignature(options)) !== 'passed') continue;
    return decodeStatusList(encodedList);
  }
  return undefined;
}

interface OpenedList {
  readonly list: Omit<SignedStatusList, 'proof'>;
  askSignature(options: VerifyOptions): Promise<SignatureOutcome>;
}

/** A status list in either dress; undefined when it is none. */
function openList(given: unknown): OpenedList | undefined {
  if (statusListShape.Check(given)) {
    return { list: given, askSignature: (options) => signatureOutcome(given, options) };
  }
  const jwt = typeof given === 'string' ? openJwt(given) : undefined;
  const list = jwt?.content;
  if (!jwt || !unsignedListShape.Check(list)) return undefined;
  return {
    list,
    askSignature: (options) => jwtOutcome(jwt, list.issuer, [list.validFrom], options),
  };
}

function unasked(): Check[] {
  const keys: CheckKey[] = ['signature', 'issuer', 'dates', 'revoked', 'suspended'];
  return keys.map((key) => check(key, say.UNASKED));
}

function check(key: CheckKey, [outcome, zh, en]: say.Sentence): Check {
  return { key, outcome, says: { zh, en } };
}
