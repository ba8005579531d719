import type { AuditFinding } from './audit-finding.ts';
import type { Checkpoint } from './checkpoint.ts';
import { leafHashOf } from './entry.ts';
import { ENTRIES_FILE, LineReader, type Manifest, parseEntryLine } from './export-format.ts';
import { Fingerprints, pairKey } from './fingerprints.ts';
import { CompactRange, sameHash } from './tree.ts';

export interface AuditedEntries {
  /** At most one: after a wrong entry the places of all others mean nothing. */
  readonly findings: AuditFinding[];
  /** Hundredths of a point, by carer. */
  readonly sums: Map<string, number>;
  readonly entriesRead: number;
  readonly checkpointsHeld: number;
}

/** Reads the entries once (twice when a pair of fact and rule seems to return) and stops at the first wrong. */
export async function auditEntries(
  path: string,
  manifest: Manifest,
  checkpoints: readonly Checkpoint[],
): Promise<AuditedEntries> {
  const pass = new EntryPass(manifest, checkpoints);
  const reader = new LineReader(path);
  let wrong = pass.atCheckpoint();
  try {
    if (!wrong) {
      for await (const lines of reader.batches()) {
        wrong = pass.readAll(lines);
        if (wrong) break;
      }
    }
    wrong ??= pass.end(reader.sha256);
  } catch {
    wrong = entry(pass.entriesRead, UNREADABLE);
  }
  const twice = await firstRepeat(path, pass.suspects, wrong?.sequence);
  const first = twice ?? wrong;
  return {
    findings: first ? [first] : [],
    sums: pass.sums,
    entriesRead: pass.entriesRead,
    checkpointsHeld: pass.checkpointsHeld,
  };
}

class EntryPass {
  readonly sums = new Map<string, number>();
  /** Pairs of fact and rule whose fingerprint came twice. */
  readonly suspects = new Set<string>();
  entriesRead = 0;
  checkpointsHeld = 0;
  readonly #manifest: Manifest;
  readonly #checkpoints: readonly Checkpoint[];
  readonly #range = new CompactRange();
  readonly #seen = new Fingerprints();

  constructor(manifest: Manifest, checkpoints: readonly Checkpoint[]) {
    this.#manifest = manifest;
    this.#checkpoints = checkpoints;
  }

  /** The finding about the first of these lines' entries that is wrong. */
  readAll(lines: readonly string[]): AuditFinding | undefined {
    for (const line of lines) {
      const wrong = this.#read(line);
      if (wrong) return wrong;
    }
    return undefined;
  }

  #read(line: string): AuditFinding | undefined {
    const sequence = this.entriesRead;
    const parsed = parseEntryLine(line);
    if (!parsed) return entry(sequence, UNREADABLE);
    if (parsed.entry.sequence !== sequence) {
      return entry(sequence, outOfPlace(sequence, parsed.entry.sequence));
    }
    if (!sameHash(leafHashOf(parsed.canonical), parsed.leafHash)) return entry(sequence, CHANGED);
    const { carer, amount, fact, rule } = parsed.entry;
    if (this.#seen.add(fact, rule)) this.suspects.add(pairKey(fact, rule));
    this.sums.set(carer, (this.sums.get(carer) ?? 0) + amount);
    this.#range.append(parsed.leafHash);
    this.entriesRead += 1;
    return this.atCheckpoint();
  }

  /** Compares the root when a checkpoint covers exactly what has been read. */
  atCheckpoint(): AuditFinding | undefined {
    const checkpoint = this.#checkpoints[this.checkpointsHeld];
    if (checkpoint?.size !== this.entriesRead) return undefined;
    if (!sameHash(this.#range.root(), checkpoint.root)) {
      const sequence = this.#checkpoints[this.checkpointsHeld - 1]?.size ?? 0;
      const through = Math.max(sequence, checkpoint.size - 1);
      return { about: 'entry', sequence, through, says: wrongRoot(sequence, through) };
    }
    this.checkpointsHeld += 1;
    return undefined;
  }

  /** After the last line: nothing may be missing, nor anything added since. */
  end(sha256: string): AuditFinding | undefined {
    const covered = Math.max(this.#checkpoints.at(-1)?.size ?? 0, this.#manifest.entries);
    if (this.entriesRead < covered)
      return entry(this.entriesRead, missing(this.entriesRead, covered));
    if (this.entriesRead > covered) return entry(covered, added(covered));
    return sha256 === this.#manifest.sha256[ENTRIES_FILE] ? undefined : entry(covered, TAIL);
  }
}

// Fingerprints only suspect; the text decides. Looks no further than an entry that is wrong anyway.
async function firstRepeat(
  path: string,
  suspects: ReadonlySet<string>,
  before = Number.POSITIVE_INFINITY,
): Promise<AuditFinding | undefined> {
  if (suspects.size === 0) return undefined;
  const seen = new Map<string, number>();
  for await (const line of new LineReader(path).lines()) {
    const parsed = parseEntryLine(line);
    if (!parsed || parsed.entry.sequence >= before) return undefined;
    const { fact, rule, sequence } = parsed.entry;
    const key = pairKey(fact, rule);
    const earlier = seen.get(key);
    if (earlier !== undefined) return entry(sequence, repeated(sequence, earlier));
    if (suspects.has(key)) seen.set(key, sequence);
  }
  return undefined;
}

function entry(sequence: number, says: AuditFinding['says']): AuditFinding {
  const { zh, en } = says;
  return {
    about: 'entry',
    sequence,
    says: { zh: `第 ${sequence} 条：${zh}`, en: `Entry ${sequence}: ${en}` },
  };
}

const UNREADABLE = {
  zh: '这一行不是完整、规范的分录。',
  en: 'this line is not a complete entry in canonical form.',
};
const CHANGED = {
  zh: '内容与它的叶哈希不符，被改过。',
  en: 'its content does not match its leaf hash; it was changed.',
};
const TAIL = {
  zh: '文件末尾在导出之后被改过。',
  en: 'the end of the file was changed after the export.',
};
const outOfPlace = (expected: number, found: number) => ({
  zh: `此处应是第 ${expected} 条，读到的却是第 ${found} 条：有分录被删去、插入或换了位置。`,
  en: `entry ${expected} should stand here, but entry ${found} does: one was removed, put in or moved.`,
});
const missing = (read: number, covered: number) => ({
  zh: `签名覆盖 ${covered} 条，文件只有 ${read} 条，从这一条起缺失。`,
  en: `the signatures cover ${covered} entries, the file has ${read}; they are missing from here on.`,
});
const added = (covered: number) => ({
  zh: `签名只覆盖 ${covered} 条，这一条是之后添上的。`,
  en: `the signatures cover ${covered} entries; this one was added later.`,
});
const repeated = (sequence: number, earlier: number) => ({
  zh: `与第 ${earlier} 条是同一事实、同一规则，一件事记了两次分（本条序号 ${sequence}）。`,
  en: `same fact and same rule as entry ${earlier}; one thing was counted twice (this is ${sequence}).`,
});
const wrongRoot = (sequence: number, through: number) => ({
  zh: `第 ${sequence} 条至第 ${through} 条之间有分录连同哈希一起被改：根哈希与签名的检查点不符。`,
  en: `Between entry ${sequence} and entry ${through} one was changed together with its hash: the root differs from the signed checkpoint.`,
});
