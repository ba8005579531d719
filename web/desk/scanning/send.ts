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
/** By id: being taken at this moment. */
const taken = new Set<string>();

/** Does something with a scan during which it is not sent. */
export async function whileNotSent<Answer>(
  { scan_id }: KeptScan,
  work: () => Promise<Answer>,
): Promise<Answer> {
  taken.add(scan_id);
  try {
    return await work();
  } finally {
    taken.delete(scan_id);
  }
}

/**
 * Sends what waits of the same door as this scan; fails when it cannot be sent. Otherwise somebody's exit would be
 * heard before their entry.
 */
export async function sendEarlier({ activity_id, scan_id }: KeptScan): Promise<void> {
  const isEarlier = (one: KeptScan) => one.activity_id === activity_id && one.scan_id !== scan_id;
  const isWaiting = async () => (await unsentScans()).some(isEarlier);
  if (!(await isWaiting())) return;
  // What is being sent now may have set out without the last of them.
  await sending;
  await sendScans();
  if (await isWaiting()) throw new Error('Earlier scans could not be sent.');
}

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
  const waiting = (await unsentScans()).filter(({ scan_id }) => !taken.has(scan_id));
  for (const batch of inBatches(waiting)) {
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
