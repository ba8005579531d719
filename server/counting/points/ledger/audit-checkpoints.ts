import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditFinding } from './audit-finding.ts';
import { type Checkpoint, openCheckpoint } from './checkpoint.ts';
import { CHECKPOINTS_FOLDER, checkpointFile, type Manifest } from './export-format.ts';

/** Opens each checkpoint that the manifest names; those whose signature holds bind the entries. */
export async function auditCheckpoints(
  directory: string,
  manifest: Manifest,
  publicKey: Uint8Array,
): Promise<{ good: Checkpoint[]; findings: AuditFinding[] }> {
  const good: Checkpoint[] = [];
  const findings: AuditFinding[] = [];
  for (const size of manifest.checkpoints) {
    const path = join(directory, CHECKPOINTS_FOLDER, checkpointFile(size));
    const note = await readFile(path, 'utf8').catch(() => undefined);
    const checkpoint =
      note === undefined ? undefined : openCheckpoint(note, { name: manifest.origin, publicKey });
    if (checkpoint?.size === size) good.push(checkpoint);
    else findings.push({ about: 'checkpoint', says: note === undefined ? lost(size) : bad(size) });
  }
  good.sort((one, other) => one.size - other.size);
  if (good.at(-1)?.size !== manifest.entries) {
    findings.push({ about: 'checkpoint', says: UNCOVERED });
  }
  return { good, findings };
}

const lost = (size: number) => ({
  zh: `缺少覆盖前 ${size} 条的检查点。`,
  en: `The checkpoint over the first ${size} entries is missing.`,
});
const bad = (size: number) => ({
  zh: `覆盖前 ${size} 条的检查点签名不成立或内容被改。`,
  en: `The checkpoint over the first ${size} entries has no good signature or was changed.`,
});
const UNCOVERED = {
  zh: '没有一个有效的检查点覆盖全部分录。',
  en: 'No good checkpoint covers all entries.',
};
