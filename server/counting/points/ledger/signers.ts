/** Houses that sign a checkpoint beside the district, and how many of them it needs. They sign as witnesses do. */
import { verifySignature } from '../../../platform/signing/index.ts';
import { findCosignature } from './cosignature.ts';
import {
  COSIGNATURE,
  type NoteKey,
  noteKeyId,
  parseSignatureLine,
  parseVerifierKey,
} from './signed-note.ts';

/** Who must have signed from a place in the ledger on, as an export tells it. */
export interface SignersRule {
  /** Larger checkpoints need them, until the next rule. */
  readonly after: number;
  readonly needed: number;
  /** Their keys as C2SP tools read them, each of another house. */
  readonly keys: readonly string[];
}

/** A signer's former key has signed which one follows it. */
export interface SignerHandover {
  readonly former: string;
  readonly next: string;
  /** Base64. */
  readonly signature: string;
}

/** Byte for byte as docs/ledger-format.md has it. */
export function signerHandoverText(former: string, next: string): Buffer {
  return Buffer.from(`gongyu-signer-handover/1\n${former}\n${next}\n`);
}

export function parseSignerKey(text: string): NoteKey | undefined {
  return parseVerifierKey(text, COSIGNATURE);
}

export function isHandedOver({ former, next, signature }: SignerHandover): boolean {
  const key = parseSignerKey(former);
  if (!key || !parseSignerKey(next)) return false;
  const bytes = Buffer.from(signature, 'base64');
  return verifySignature(key.publicKey, signerHandoverText(former, next), bytes);
}

/** The rule that a checkpoint of this size is under, of rules in their order; undefined: before there were signers. */
export function ruleAt<Rule extends Pick<SignersRule, 'after'>>(
  rules: readonly Rule[],
  size: number,
): Rule | undefined {
  return rules.findLast(({ after }) => after < size);
}

/** What is on a checkpoint of those who are to sign it. */
export interface Signatures {
  /** Names. */
  readonly good: readonly string[];
  /** Names of those whose line is there and does not hold. */
  readonly wrong: readonly string[];
  readonly missing: readonly string[];
}

export function signaturesOn(note: string, keys: readonly NoteKey[]): Signatures {
  const split = note.lastIndexOf('\n\n');
  const [text, lines] = [note.slice(0, split + 1), note.slice(split + 2)];
  const [good, wrong, missing]: [string[], string[], string[]] = [[], [], []];
  for (const key of keys) {
    if (findCosignature(text, lines, key)) good.push(key.name);
    else if (isClaimed(lines, key)) wrong.push(key.name);
    else missing.push(key.name);
  }
  return { good, wrong, missing };
}

function isClaimed(lines: string, key: NoteKey): boolean {
  const id = noteKeyId(key, COSIGNATURE);
  return lines.split('\n').some((line) => {
    const parsed = parseSignatureLine(line);
    return parsed?.name === key.name && parsed.keyId.equals(id);
  });
}

/** Whether so many have signed as the rule in force at that size says. */
export function isSignedEnough(note: string, rules: readonly SignersRule[]): boolean {
  const rule = ruleAt(rules, Number(note.split('\n')[1]));
  if (!rule) return true;
  const keys = rule.keys.flatMap((text) => parseSignerKey(text) ?? []);
  return signaturesOn(note, keys).good.length >= rule.needed;
}

/** The key and all that follow it by what each has signed. `handovers` hold. */
export function successorsOf(text: string, handovers: readonly SignerHandover[]): Set<string> {
  const found = new Set([text]);
  // A set that grows while it is walked is walked to its end.
  for (const key of found) {
    for (const { former, next } of handovers) if (former === key) found.add(next);
  }
  return found;
}

/** Rules in their order: of so many houses as are named, and never further back than the one before. */
export function areSignersRules(found: unknown): found is SignersRule[] {
  if (!Array.isArray(found)) return false;
  return (found as (Partial<SignersRule> | null)[]).every((rule, index, all) => {
    if (!Array.isArray(rule?.keys)) return false;
    const { after = -1, needed = -1, keys } = rule;
    const names = new Set(keys.map((key) => parseSignerKey(String(key))?.name));
    return (
      Number.isSafeInteger(after) &&
      after >= (all[index - 1]?.after ?? 0) &&
      Number.isSafeInteger(needed) &&
      needed >= 0 &&
      needed <= keys.length &&
      names.size === keys.length &&
      !names.has(undefined)
    );
  });
}

export function areSignerHandovers(found: unknown): found is SignerHandover[] {
  if (!Array.isArray(found)) return false;
  return (found as (Partial<SignerHandover> | null)[]).every((one) =>
    [one?.former, one?.next, one?.signature].every((text) => typeof text === 'string'),
  );
}
