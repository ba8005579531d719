import { createHash } from 'node:crypto';
import { type WrongEntry, wrongEntry } from './audit-finding.ts';
import type { Checkpoint } from './checkpoint.ts';
import { ENTRIES_FILE, type Manifest } from './export-format.ts';
import { readEntryLine } from './exported-lines.ts';
import type { LineCursor, Stretch } from './line-cursor.ts';
import { pagesOf } from './pages.ts';
import { sha256 } from './sha256.ts';
import { CompactRange, sameHash } from './tree.ts';

export interface AuditedEntries {
  /** The first that is wrong: after it the places of all others mean nothing. */
  readonly wrong: WrongEntry | undefined;
  readonly entriesRead: number;
  readonly checkpointsHeld: number;
}

/** Each entry by itself and in its place, and all of them under the signed roots. Stops at the first wrong. */
export async function auditEntries(
  path: string,
  manifest: Manifest,
  checkpoints: readonly Checkpoint[],
): Promise<AuditedEntries> {
  const pass = new EntryPass(manifest, checkpoints);
  const wrong = await firstWrong(pass, path);
  return { wrong, entriesRead: pass.entriesRead, checkpointsHeld: pass.checkpointsHeld };
}

async function firstWrong(pass: EntryPass, path: string): Promise<WrongEntry | undefined> {
  try {
    const atOnce = pass.atCheckpoint();
    if (atOnce) return atOnce;
    const digest = createHash('sha256');
    for await (const lines of pagesOf(path, digest)) {
      const wrong = pass.readAll(lines);
      if (wrong) return wrong;
    }
    return pass.end(digest.digest('hex'));
  } catch {
    return wrongEntry(pass.entriesRead, UNREADABLE);
  }
}

class EntryPass {
  entriesRead = 0;
  checkpointsHeld = 0;
  readonly #manifest: Manifest;
  readonly #checkpoints: readonly Checkpoint[];
  /** How many entries are signed. */
  readonly #covered: number;
  readonly #range = new CompactRange();

  constructor(manifest: Manifest, checkpoints: readonly Checkpoint[]) {
    this.#manifest = manifest;
    this.#checkpoints = checkpoints;
    this.#covered = Math.max(checkpoints.at(-1)?.size ?? 0, manifest.entries);
  }

  /** The first of these lines' entries that is wrong. */
  readAll(lines: LineCursor): WrongEntry | undefined {
    while (!lines.isAtEnd) {
      const wrong = this.#read(lines) ?? this.atCheckpoint();
      if (wrong) return wrong;
    }
    return undefined;
  }

  #read(lines: LineCursor): WrongEntry | undefined {
    const sequence = this.entriesRead;
    if (sequence === this.#covered) return wrongEntry(sequence, added(sequence));
    const line = readEntryLine(lines);
    if (!line) return wrongEntry(sequence, UNREADABLE);
    if (line.sequence !== sequence) {
      return wrongEntry(sequence, outOfPlace(sequence, line.sequence));
    }
    const hash = leafHashIn(lines.bytes, line.canonical);
    const { from, to } = line.leafHash;
    if (hash.toString('base64') !== lines.bytes.toString('latin1', from, to)) {
      return wrongEntry(sequence, CHANGED);
    }
    this.#range.append(hash);
    this.entriesRead += 1;
    return undefined;
  }

  /** Compares the root with that of every checkpoint that covers exactly what has been read. */
  atCheckpoint(): WrongEntry | undefined {
    for (;;) {
      const checkpoint = this.#checkpoints[this.checkpointsHeld];
      if (checkpoint?.size !== this.entriesRead) return undefined;
      if (!sameHash(this.#range.root(), checkpoint.root)) {
        const sequence = this.#checkpoints[this.checkpointsHeld - 1]?.size ?? 0;
        const through = Math.max(sequence, checkpoint.size - 1);
        return { about: 'entry', sequence, through, says: wrongRoot(sequence, through) };
      }
      this.checkpointsHeld += 1;
    }
  }

  /** After the last line: nothing may be missing, and the file must be the one that was signed. */
  end(sha256: string): WrongEntry | undefined {
    const [read, covered] = [this.entriesRead, this.#covered];
    if (read < covered) return wrongEntry(read, missing(read, covered));
    return sha256 === this.#manifest.sha256[ENTRIES_FILE] ? undefined : wrongEntry(covered, TAIL);
  }
}

/** A leaf is 0x00 and the entry. The colon that stands before the entry, and is read already, makes room for it. */
function leafHashIn(page: Buffer, { from, to }: Stretch): Buffer {
  page[from - 1] = 0;
  return sha256(page.subarray(from - 1, to));
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
const wrongRoot = (sequence: number, through: number) => ({
  zh: `第 ${sequence} 条至第 ${through} 条之间有分录连同哈希一起被改：根哈希与签名的检查点不符。`,
  en: `Between entry ${sequence} and entry ${through} one was changed together with its hash: the root differs from the signed checkpoint.`,
});
