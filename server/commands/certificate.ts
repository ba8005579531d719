import { readFile } from 'node:fs/promises';
import {
  type Check,
  type Verdict,
  verdictOf,
  verifyCertificate,
} from '../counting/certificates/index.ts';
import { PublicError } from '../platform/index.ts';
import type { DidDocument } from '../platform/signing/index.ts';
import { type Command, readWords, say } from './command.ts';

const signs = { passed: '✓', failed: '✗', unknown: '?' } as const;

const verdicts: Readonly<Record<Verdict, { says: string; code: number }>> = {
  valid: { says: '有效 · valid', code: 0 },
  invalid: { says: '不可采信 · not to be relied on', code: 1 },
  unproven: { says: '无法确认（有的核验项没有答案） · unproven: a check has no answer', code: 2 },
};

/**
 * Verifies a certificate offline, its JSON or its vc+jwt, a reason for each check. Exit code 0: valid; 1: a check failed; 2: some
 * could not be asked with what was given.
 */
export const certificate: Command = {
  usage:
    'verify FILE [--issuer DID.json …] [--key did:key:z6Mk… …] [--status-list LIST.json …] [--at 2026-10-20T00:00:00Z] [--json]',
  async run(words) {
    const { values, positionals } = readWords(
      words,
      `certificate ${certificate.usage}`,
      {
        issuer: { type: 'string', multiple: true },
        key: { type: 'string', multiple: true },
        'status-list': { type: 'string', multiple: true },
        at: { type: 'string' },
        json: { type: 'boolean' },
      },
      { least: 2 },
    );
    const [what, file] = positionals as [string, string];
    if (what !== 'verify')
      throw new PublicError(`Usage: npm run gongyu -- certificate ${certificate.usage}`);
    const lists = await Promise.all((values['status-list'] ?? []).map(readJson));
    const issuers = await Promise.all((values.issuer ?? []).map(readDidDocument));
    const checks = await verifyCertificate(await readCredential(file), {
      now: instantOf(values.at),
      ...(issuers.length > 0 && { trustedIssuers: issuers }),
      ...(values.key && { trustedKeys: values.key }),
      statusLists: lists,
    });
    const verdict = verdictOf(checks);
    if (values.json) say(JSON.stringify({ verdict, checks }, null, 2));
    else print(checks, verdict);
    return verdicts[verdict].code;
  },
};

function print(checks: readonly Check[], verdict: Verdict): void {
  for (const { outcome, says, key } of checks) {
    say(`${signs[outcome]} ${key}: ${says.zh}\n  ${says.en}`);
  }
  say(`= ${verdicts[verdict].says}`);
}

function instantOf(text: string | undefined): Date {
  const at = text === undefined ? new Date() : new Date(text);
  if (Number.isNaN(at.getTime())) {
    throw new PublicError(`--at ${text} is no instant: write 2026-10-20T00:00:00Z.`);
  }
  return at;
}

async function readDidDocument(file: string): Promise<DidDocument> {
  const found = (await readJson(file)) as Partial<DidDocument> | null;
  if (typeof found?.id !== 'string' || !Array.isArray(found.verificationMethod)) {
    throw new PublicError(`${file} is no DID document: give the district's did.json.`);
  }
  return found as DidDocument;
}

const COMPACT_JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

async function readCredential(file: string): Promise<unknown> {
  const text = (await readText(file)).trim();
  return COMPACT_JWT.test(text) ? text : parse(text, file);
}

async function readJson(file: string): Promise<unknown> {
  return parse(await readText(file), file);
}

function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new PublicError(`${file} cannot be read.`);
  });
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PublicError(`${file} is not JSON.`);
  }
}
