import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditFinding } from './audit-finding.ts';
import { type AskedSigners, auditAskedSigners, auditSigners } from './audit-signers.ts';
import { type Checkpoint, checkpointText, openCheckpoint } from './checkpoint.ts';
import { findCosignature } from './cosignature.ts';
import { CHECKPOINTS_FOLDER, checkpointFile, type Manifest } from './export-format.ts';
import { keyInForceAt, type LedgerKey } from './ledger-keys.ts';
import type { NoteKey } from './signed-note.ts';

/** Opens each checkpoint that the manifest names; those whose signature holds bind the entries. */
export async function auditCheckpoints(
  directory: string,
  manifest: Manifest,
  keys: readonly LedgerKey[],
  { witnesses = [], signers }: AskedFor,
): Promise<CheckpointsAudited> {
  const good: Checkpoint[] = [];
  const findings: AuditFinding[] = [];
  const witnessed = new Map<string, Witnessed>();
  let cosigned: readonly string[] = [];
  for (const size of manifest.checkpoints) {
    const path = join(directory, CHECKPOINTS_FOLDER, checkpointFile(size));
    const note = await readFile(path, 'utf8').catch(() => undefined);
    const open = ({ publicKey }: LedgerKey) =>
      note === undefined ? undefined : openCheckpoint(note, { name: manifest.origin, publicKey });
    const inForce = keyInForceAt(keys, size);
    const checkpoint = inForce && open(inForce);
    if (note && checkpoint?.size === size) {
      good.push(checkpoint);
      const short = auditSigners(note, size, manifest);
      if (short) findings.push(short);
      if (signers && size === manifest.entries) {
        const asked = auditAskedSigners(note, size, signers, manifest.signer_handovers ?? []);
        if (asked.finding) findings.push(asked.finding);
        cosigned = asked.names;
      }
      for (const one of witnessesOf(note, checkpoint, witnesses)) witnessed.set(one.name, one);
    } else if (keys.some((key) => key !== inForce && open(key)?.size === size)) {
      findings.push({ about: 'checkpoint', says: notInForce(size) });
    } else {
      findings.push({ about: 'checkpoint', says: note === undefined ? lost(size) : bad(size) });
    }
  }
  good.sort((one, other) => one.size - other.size);
  if (good.at(-1)?.size !== manifest.entries) {
    findings.push({ about: 'checkpoint', says: UNCOVERED });
  }
  for (const { name } of witnesses.filter((witness) => !witnessed.has(witness.name))) {
    findings.push({ about: 'checkpoint', says: unwitnessed(name) });
  }
  return { good, findings, witnessed: [...witnessed.values()], cosigned };
}

/** What the auditor asks of other houses' signatures. */
interface AskedFor {
  readonly witnesses?: readonly NoteKey[];
  readonly signers?: AskedSigners;
}

interface CheckpointsAudited {
  readonly good: Checkpoint[];
  readonly findings: AuditFinding[];
  readonly witnessed: Witnessed[];
  /** Of the signers asked for: who has signed the checkpoint over all entries. */
  readonly cosigned: readonly string[];
}

/** How far another house has signed that the ledger only grew, and when. */
export interface Witnessed {
  readonly name: string;
  readonly size: number;
  readonly at: Date;
}

function witnessesOf(
  note: string,
  checkpoint: Checkpoint,
  witnesses: readonly NoteKey[],
): Witnessed[] {
  const [, lines = ''] = note.split('\n\n');
  return witnesses.flatMap((key) => {
    const found = findCosignature(checkpointText(checkpoint), lines, key);
    return found ? [{ name: key.name, size: checkpoint.size, at: found.at }] : [];
  });
}

const lost = (size: number) => ({
  zh: `缺少覆盖前 ${size} 条的检查点。`,
  en: `The checkpoint over the first ${size} entries is missing.`,
});
const bad = (size: number) => ({
  zh: `覆盖前 ${size} 条的检查点签名不成立或内容被改。`,
  en: `The checkpoint over the first ${size} entries has no good signature or was changed.`,
});
const notInForce = (size: number) => ({
  zh: `覆盖前 ${size} 条的检查点，由当时并不在用的密钥签名。`,
  en: `The checkpoint over the first ${size} entries is signed by a key that was not in force there.`,
});
const unwitnessed = (name: string) => ({
  zh: `没有一个检查点带有见证方 ${name} 的有效签名。`,
  en: `No checkpoint bears a good signature of the witness ${name}.`,
});
const UNCOVERED = {
  zh: '没有一个有效的检查点覆盖全部分录。',
  en: 'No good checkpoint covers all entries.',
};
