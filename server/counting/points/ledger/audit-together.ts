import { join } from 'node:path';
import { auditBalances } from './audit-balances.ts';
import { type AuditFinding, type WrongEntry, wrongEntry } from './audit-finding.ts';
import { BALANCES_FILE, ENTRIES_FILE, type Manifest } from './export-format.ts';
import { type ExportedEntry, readEntryLine } from './exported-lines.ts';
import { Fingerprints, fingerprintOf } from './fingerprints.ts';
import { type LineCursor, textOf } from './line-cursor.ts';
import { pagesOf } from './pages.ts';

export interface AuditedTogether {
  /** The first entry of a fact and a rule that an earlier one has too. */
  readonly repeat: WrongEntry | undefined;
  /** What is wrong with balances, if the entries are right. */
  readonly findings: AuditFinding[];
  readonly carersRead: number;
}

/**
 * What entries say only together: that nothing was counted twice, and what each carer has in all. It passes over what it
 * cannot read, for `auditEntries` names it.
 */
export async function auditTogether(
  directory: string,
  manifest: Manifest,
): Promise<AuditedTogether> {
  const path = join(directory, ENTRIES_FILE);
  const { sums, suspects } = await addUp(path);
  const repeat = suspects.size > 0 ? await firstRepeat(path, suspects) : undefined;
  const balances = await auditBalances(join(directory, BALANCES_FILE), manifest, sums);
  return { repeat, ...balances };
}

/** Hundredths of a point by carer, and the fingerprints of fact and rule that came twice. */
async function addUp(path: string): Promise<{ sums: Map<string, number>; suspects: Set<bigint> }> {
  const sums = new Map<string, number>();
  const pairs = new Fingerprints();
  const take = ({ bytes }: LineCursor, { carer, amount, fact, rule }: ExportedEntry) => {
    pairs.add(bytes, fact, rule);
    const name = textOf(bytes, carer);
    sums.set(name, (sums.get(name) ?? 0) + amount);
  };
  try {
    for await (const lines of pagesOf(path)) {
      while (!lines.isAtEnd) {
        const entry = readEntryLine(lines);
        if (entry) take(lines, entry);
      }
    }
  } catch {
    // The file cannot be read, which `auditEntries` says too.
  }
  return { sums, suspects: pairs.repeated() };
}

/** Fingerprints only suspect; the text decides. */
async function firstRepeat(
  path: string,
  suspects: ReadonlySet<bigint>,
): Promise<WrongEntry | undefined> {
  const seen = new Map<string, number>();
  let sequence = -1;
  for await (const lines of pagesOf(path)) {
    while (!lines.isAtEnd) {
      const entry = readEntryLine(lines);
      sequence += 1;
      if (!(entry && suspects.has(fingerprintOf(lines.bytes, entry.fact, entry.rule)))) continue;
      const words = [entry.fact, entry.rule].map((word) => textOf(lines.bytes, word));
      const pair = JSON.stringify(words);
      const earlier = seen.get(pair);
      if (earlier !== undefined) return wrongEntry(sequence, repeated(sequence, earlier));
      seen.set(pair, sequence);
    }
  }
  return undefined;
}

const repeated = (sequence: number, earlier: number) => ({
  zh: `与第 ${earlier} 条是同一事实、同一规则，一件事记了两次分（本条序号 ${sequence}）。`,
  en: `same fact and same rule as entry ${earlier}; one thing was counted twice (this is ${sequence}).`,
});
