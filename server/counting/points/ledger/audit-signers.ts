import type { AuditFinding } from './audit-finding.ts';
import type { Manifest } from './export-format.ts';
import {
  parseSignerKey,
  ruleAt,
  type Signatures,
  type SignerHandover,
  signaturesOn,
  successorsOf,
} from './signers.ts';

/** What the auditor asks for, whatever the export says: so many of these houses. */
export interface AskedSigners {
  /** Their keys, learned elsewhere. */
  readonly keys: readonly string[];
  readonly needed: number;
}

/** What is wrong with a checkpoint by the rule that the export tells for its size; undefined when enough have signed. */
export function auditSigners(
  note: string,
  size: number,
  { signers = [] }: Manifest,
): AuditFinding | undefined {
  const rule = ruleAt(signers, size);
  if (!rule) return undefined;
  const keys = rule.keys.flatMap((text) => parseSignerKey(text) ?? []);
  return shortOf(rule.needed, size, signaturesOn(note, keys));
}

/**
 * Whether those whom the auditor knows have signed the checkpoint that covers all entries. A key that was learned early
 * leads to the one that took its place.
 */
export function auditAskedSigners(
  note: string,
  size: number,
  { keys, needed }: AskedSigners,
  handovers: readonly SignerHandover[],
): { finding: AuditFinding | undefined; names: readonly string[] } {
  const all: Signatures[] = keys.map((key) => {
    const line = [...successorsOf(key, handovers)].flatMap((text) => parseSignerKey(text) ?? []);
    const { good, wrong, missing } = signaturesOn(note, line);
    // One house with several keys is one signer.
    if (good.length > 0) return { good: good.slice(0, 1), wrong: [], missing: [] };
    if (wrong.length > 0) return { good: [], wrong: wrong.slice(0, 1), missing: [] };
    return { good: [], wrong: [], missing: missing.slice(0, 1) };
  });
  const good = [...new Set(all.flatMap((one) => one.good))];
  const found = {
    good,
    wrong: all.flatMap((one) => one.wrong),
    missing: all.flatMap((one) => one.missing),
  };
  return { finding: shortOf(needed, size, found), names: good };
}

function shortOf(
  needed: number,
  size: number,
  { good, wrong, missing }: Signatures,
): AuditFinding | undefined {
  if (good.length >= needed) return undefined;
  const zh = [
    ...wrong.map((name) => `${name} 的签名不成立`),
    ...(missing.length > 0 ? [`没有 ${missing.join('、')} 的签名`] : []),
  ];
  const en = [
    ...wrong.map((name) => `the signature of ${name} does not hold`),
    ...(missing.length > 0 ? [`there is none of ${missing.join(', ')}`] : []),
  ];
  return {
    about: 'checkpoint',
    says: {
      zh: `覆盖前 ${size} 条的检查点要有 ${needed} 方联署，有效的只有 ${good.length} 方：${zh.join('；')}。`,
      en: `The checkpoint over the first ${size} entries needs ${needed} signers beside the district and has ${good.length}: ${en.join('; ')}.`,
    },
  };
}
