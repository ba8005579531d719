import { createHash } from 'node:crypto';
import type { AuditFinding } from './audit-finding.ts';
import { BALANCES_FILE, type Balance, type Manifest } from './export-format.ts';
import { readBalanceLine } from './exported-lines.ts';
import { pagesOf } from './pages.ts';

const MOST_FINDINGS = 20;

/** Each carer with entries has one balance, and it is their sum. `sums` is used up. */
export async function auditBalances(
  path: string,
  manifest: Manifest,
  sums: Map<string, number>,
): Promise<{ findings: AuditFinding[]; carersRead: number }> {
  const digest = createHash('sha256');
  const findings: AuditFinding[] = [];
  const say = (finding: AuditFinding) => findings.length < MOST_FINDINGS && findings.push(finding);
  let carersRead = 0;
  const check = (balance: Balance | undefined) => {
    carersRead += 1;
    if (!balance) {
      say({ about: 'balance', says: unreadable(carersRead) });
      return;
    }
    const { carer } = balance;
    const sum = sums.get(carer);
    if (sum === undefined) say({ about: 'balance', carer, says: stray(carer) });
    else if (sum !== balance.balance) {
      say({ about: 'balance', carer, says: different(carer, balance.balance, sum) });
    }
    sums.delete(carer);
  };
  try {
    for await (const lines of pagesOf(path, digest)) {
      while (!lines.isAtEnd) check(readBalanceLine(lines));
    }
  } catch {
    say({ about: 'balance', says: unreadable(carersRead + 1) });
  }
  for (const [carer, sum] of sums) say({ about: 'balance', carer, says: left(carer, sum) });
  if (findings.length === 0 && digest.digest('hex') !== manifest.sha256[BALANCES_FILE]) {
    say({ about: 'balance', says: CHANGED });
  }
  return { findings, carersRead };
}

const unreadable = (line: number) => ({
  zh: `balances.ndjson 第 ${line} 行无法识别。`,
  en: `Line ${line} of balances.ndjson cannot be read.`,
});
const stray = (carer: string) => ({
  zh: `家长 ${carer} 有余额而没有分录，或出现了两次。`,
  en: `Carer ${carer} has a balance without entries, or stands there twice.`,
});
const different = (carer: string, balance: number, sum: number) => ({
  zh: `家长 ${carer} 的余额是 ${balance}，分录之和是 ${sum}（单位：百分之一分）。`,
  en: `Carer ${carer} has a balance of ${balance}; the entries sum to ${sum} (hundredths of a point).`,
});
const left = (carer: string, sum: number) => ({
  zh: `家长 ${carer} 的分录之和是 ${sum}，余额表中却没有这位家长。`,
  en: `Carer ${carer}’s entries sum to ${sum}, but the balances leave this carer out.`,
});
const CHANGED = {
  zh: 'balances.ndjson 在导出之后被改过。',
  en: 'balances.ndjson was changed after the export.',
};
