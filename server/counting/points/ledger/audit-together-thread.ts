import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type AuditedTogether, auditTogether } from './audit-together.ts';
import { ENTRIES_FILE, type Manifest } from './export-format.ts';

/** Fewer entries than fill so much are read before a thread has started: some five thousand. */
const FEWEST_BYTES = 1 << 21;

/** What the thread is told. */
export interface ToAudit {
  readonly directory: string;
  readonly manifest: Manifest;
}

/** `auditTogether`, in a thread of its own if the ledger is long: then a second core audits it. */
export async function auditTogetherApart(
  directory: string,
  manifest: Manifest,
): Promise<AuditedTogether> {
  const file = await stat(join(directory, ENTRIES_FILE)).catch(() => undefined);
  if (!file || file.size < FEWEST_BYTES) return auditTogether(directory, manifest);
  const workerData: ToAudit = { directory, manifest };
  const thread = new Worker(new URL('./audit-together-worker.ts', import.meta.url), { workerData });
  const [audited] = await once(thread, 'message');
  return audited as AuditedTogether;
}
