import { api } from '../../shared/api.ts';
import { ApiProblem, asProblem } from '../../shared/api-problem.ts';
import { learnClock } from '../../shared/server-clock.ts';
import { deviceId, forgetScans, type KeptScan, unsentScans } from './scan-box.ts';

/** As many as the server takes at once. */
const MOST_AT_ONCE = 200;

export interface Sent {
  readonly sent: number;
  /** Of those: what a person must decide. */
  readonly conflicts: number;
  /** Why the rest still waits. */
  readonly problem?: ApiProblem;
}

let sending: Promise<Sent> | undefined;

/** Sends what waits, of every event. A scan leaves this phone when the server has answered for it, not before. */
export function sendScans(): Promise<Sent> {
  sending ??= sendAll().finally(() => {
    sending = undefined;
  });
  return sending;
}

async function sendAll(): Promise<Sent> {
  let [sent, conflicts] = [0, 0];
  let problem: ApiProblem | undefined;
  for (const batch of inBatches(await unsentScans())) {
    try {
      const items = await sendBatch(batch);
      sent += items.length;
      conflicts += items.filter(({ outcome }) => outcome === 'conflict').length;
    } catch (error) {
      // One event's refusal does not keep another's scans waiting; a dead network keeps all.
      problem = asProblem(error);
      if (problem.status === 0) break;
    }
  }
  return { sent, conflicts, ...(problem && { problem }) };
}

function inBatches(scans: readonly KeptScan[]): KeptScan[][] {
  const batches: KeptScan[][] = [];
  for (const activity of new Set(scans.map(({ activity_id }) => activity_id))) {
    const own = scans.filter(({ activity_id }) => activity_id === activity);
    for (let at = 0; at < own.length; at += MOST_AT_ONCE)
      batches.push(own.slice(at, at + MOST_AT_ONCE));
  }
  return batches;
}

async function sendBatch(batch: readonly KeptScan[]) {
  const askedAt = Date.now();
  const answer = await api('POST /api/v1/activities/{id}/scans', {
    params: { id: batch[0]?.activity_id ?? '' },
    body: {
      device_id: await deviceId(),
      sent_at: new Date(askedAt).toISOString(),
      scans: batch.map(({ activity_id: _, ...scan }) => scan),
    },
  });
  learnClock(answer.server_time, askedAt, Date.now());
  await forgetScans(answer.items.map(({ scan_id }) => scan_id));
  return answer.items;
}

/** Whether an error says that the server was not reached, or cannot answer now: the scan goes on waiting. */
export function isForLater(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return true;
  return ![409, 422].includes(error.status);
}
