import { isDeepStrictEqual } from 'node:util';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { Compile } from 'typebox/compile';
import type { Words } from '../../../platform/index.ts';
import type { DidDocument } from '../../../platform/signing/index.ts';
import { buildCertificate, readCertificate } from './build.ts';
import { DocumentNotHeld, offlineDocumentLoader } from './document-loader.ts';
import {
  CREDENTIALS_CONTEXT,
  OPEN_BADGES_CONTEXT,
  SignedCertificate,
  SignedStatusList,
  type StatusPurpose,
} from './shapes.ts';
import { decodeStatusList, type StatusList } from './status-list.ts';
import type { CheckOutcome } from './verify-words.ts';
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
  /** Signed status lists, parsed from JSON; those of other certificates do no harm. */
  readonly statusLists?: readonly unknown[];
}

const certificateShape = Compile(SignedCertificate);
const statusListShape = Compile(SignedStatusList);

/** Checks one certificate after another with the same trusted issuers, lists and clock. */
export type Verifier = (credential: unknown) => Promise<Check[]>;

/**
 * Checks a certificate without any network: shape, contexts, signature, issuer, dates, revoked, suspended, in
 * this order, each with its outcome and a sentence. `credential` is what JSON.parse gave; anything at all may
 * be passed. Never throws on what it is given. For many certificates take `createVerifier`.
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
    const certificate = asCertificate(credential);
    const contexts = checkContexts(credential);
    // Without the closed shape a document could redefine its words or exhaust us: no JSON-LD on such.
    if (!certificate || contexts.outcome === 'failed') {
      return [check('shape', certificate ? say.SHAPE_GOOD : say.SHAPE_BAD), contexts, ...unasked()];
    }
    const signature = await checkSignature(certificate, options);
    const before = [check('shape', say.SHAPE_GOOD), contexts, signature];
    // What an unsigned sentence says of itself proves nothing, for or against.
    if (signature.outcome === 'failed') return [...before, ...unasked().slice(1)];
    return [
      ...before,
      checkIssuer(certificate, options),
      checkDates(certificate, options.now),
      await checkStatus(certificate, 'revocation', believed),
      await checkStatus(certificate, 'suspension', believed),
    ];
  };
}

export type Verdict = 'valid' | 'invalid' | 'unproven';

/** One word for all checks: `valid` only when every one passed. */
export function verdictOf(checks: readonly Check[]): Verdict {
  if (checks.some(({ outcome }) => outcome === 'failed')) return 'invalid';
  return checks.every(({ outcome }) => outcome === 'passed') ? 'valid' : 'unproven';
}

/** The certificate when it has exactly the shape that `createIssuer` gives; undefined when it has not. */
export function asCertificate(credential: unknown): SignedCertificate | undefined {
  if (!certificateShape.Check(credential)) return undefined;
  const { proof, ...certificate } = credential;
  // Building it again from what it says finds parts that contradict each other.
  const rebuilt = buildCertificate(readCertificate(certificate));
  return proof && isDeepStrictEqual(rebuilt, certificate) ? credential : undefined;
}

function checkContexts(credential: unknown): Check {
  const found = (credential as { '@context'?: unknown } | null)?.['@context'];
  const good = isDeepStrictEqual(found, [CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT]);
  return check('contexts', good ? say.CONTEXTS_GOOD : say.CONTEXTS_BAD);
}

async function checkSignature(
  certificate: SignedCertificate,
  options: VerifyOptions,
): Promise<Check> {
  const outcome = await signatureOutcome(certificate, options);
  return check('signature', say.SIGNATURE[outcome]);
}

async function signatureOutcome(
  credential: SignedCertificate | SignedStatusList,
  { trustedIssuers }: VerifyOptions,
): Promise<CheckOutcome> {
  const issuer = typeof credential.issuer === 'string' ? credential.issuer : credential.issuer.id;
  const [{ verificationMethod }] = credential.proof;
  if (verificationMethod.split('#')[0] !== issuer) return 'failed';
  const documentLoader = offlineDocumentLoader(trustedIssuers);
  try {
    await documentLoader(verificationMethod);
  } catch (error) {
    // A district we know, but not with this key, did not sign this.
    if (trustedIssuers?.some(({ id }) => id === issuer)) return 'failed';
    if (error instanceof DocumentNotHeld) return 'unknown';
    throw error;
  }
  const { verified } = await vc.verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader,
    // Dates and status are checks of their own; here only the signature is asked.
    now: new Date(credential.validFrom),
    checkStatus: async () => ({ verified: true }),
  });
  return verified ? 'passed' : 'failed';
}

function checkIssuer({ issuer }: SignedCertificate, { trustedIssuers }: VerifyOptions): Check {
  if (!trustedIssuers) return check('issuer', say.issuerUnasked(issuer.id));
  const trusted = trustedIssuers.some(({ id }) => id === issuer.id);
  return check('issuer', trusted ? say.issuerTrusted(issuer.name) : say.issuerForeign(issuer.id));
}

function checkDates({ validFrom, validUntil }: SignedCertificate, now: Date): Check {
  if (now < new Date(validFrom)) return check('dates', say.notYet(validFrom));
  if (validUntil !== undefined && now > new Date(validUntil)) {
    return check('dates', say.expired(validUntil));
  }
  return check('dates', say.inTime(validUntil));
}

const STATUS_KEYS = { revocation: 'revoked', suspension: 'suspended' } as const;

type FindList = (
  certificate: SignedCertificate,
  purpose: StatusPurpose,
  url: string,
) => Promise<StatusList | undefined>;

async function checkStatus(
  certificate: SignedCertificate,
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
  certificate: SignedCertificate,
  purpose: StatusPurpose,
  url: string,
  options: VerifyOptions,
): Promise<StatusList | undefined> {
  for (const list of options.statusLists ?? []) {
    if (!statusListShape.Check(list) || list.id !== url) continue;
    const { statusPurpose, encodedList } = list.credentialSubject;
    if (statusPurpose !== purpose || list.issuer !== certificate.issuer.id) continue;
    if (list.validUntil !== undefined && options.now > new Date(list.validUntil)) continue;
    if ((await signatureOutcome(list, options)) !== 'passed') continue;
    return decodeStatusList(encodedList);
  }
  return undefined;
}

function unasked(): Check[] {
  const keys: CheckKey[] = ['signature', 'issuer', 'dates', 'revoked', 'suspended'];
  return keys.map((key) => check(key, say.UNASKED));
}

function check(key: CheckKey, [outcome, zh, en]: say.Sentence): Check {
  return { key, outcome, says: { zh, en } };
}
