/** The thread of audit-together-thread.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { auditTogether } from './audit-together.ts';
import type { ToAudit } from './audit-together-thread.ts';

const { directory, manifest } = workerData as ToAudit;
parentPort?.postMessage(await auditTogether(directory, manifest));
