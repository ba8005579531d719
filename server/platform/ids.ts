import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const RANDOM_BYTES_AN_ID = 16;
const pool = new Uint8Array(RANDOM_BYTES_AN_ID * 512);
let used = pool.length;
let milliseconds = 0;
let sequence = 0;

/**
 * A UUIDv7 (RFC 9562): unique everywhere, and in the order of its making, which keeps indexes dense and the
 * log of facts in order. Within a millisecond a sequence counts up from a random start.
 */
export function newId(): string {
  const random = nextRandom();
  const now = Date.now();
  if (now > milliseconds) {
    milliseconds = now;
    sequence = ((random[0] ?? 0) << 16) | ((random[1] ?? 0) << 8) | (random[2] ?? 0);
  } else {
    sequence += 1;
  }
  return v7({ random, msecs: milliseconds, seq: sequence });
}

/** Asking the system for randomness costs the same for one id as for hundreds. */
function nextRandom(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += RANDOM_BYTES_AN_ID;
  return pool.subarray(used - RANDOM_BYTES_AN_ID, used);
}
