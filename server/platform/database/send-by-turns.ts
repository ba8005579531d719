import type { Duplex } from 'node:stream';

/** How long what need not hurry may wait for company. */
const MOST_MILLISECONDS = 4;

/** A connection whose messages wait: for the end of a turn, or for company. */
interface Held {
  isUnhurried: boolean;
  sendsThisTurn: boolean;
  later: NodeJS.Timeout | undefined;
}

const heldStreams = new WeakMap<Duplex, Held>();

/**
 * Makes a connection send what is asked in one turn of the program in one piece: BEGIN and the look-ups of a batch
 * of check-ins wake PostgreSQL once and not once each. Nothing waits longer than the promises that are settled
 * already.
 */
export function sendByTurns(stream: Duplex): void {
  const write = stream.write.bind(stream);
  const held: Held = { isUnhurried: false, sendsThisTurn: false, later: undefined };
  heldStreams.set(stream, held);
  const send = () => {
    held.sendsThisTurn = false;
    clearTimeout(held.later);
    held.later = undefined;
    stream.uncork();
  };
  const hold = () => {
    const isHolding = held.sendsThisTurn || held.later !== undefined;
    if (!isHolding) stream.cork();
    if (held.isUnhurried) {
      if (!isHolding) held.later = setTimeout(send, MOST_MILLISECONDS);
      return;
    }
    if (held.sendsThisTurn) return;
    held.sendsThisTurn = true;
    // A tick that is asked for between promises comes after all of them.
    queueMicrotask(() => process.nextTick(send));
  };
  const writeHeld = (...given: Parameters<typeof write>) => {
    hold();
    return write(...given);
  };
  stream.write = writeHeld as Duplex['write'];
}

/**
 * What `work` asks of a connection waits some milliseconds for company: the end of a transaction that only looked leaves
 * with the beginning of the next one. Waking PostgreSQL for it alone costs as much as asking it something.
 */
export function withoutHurry<T>(stream: Duplex, work: () => T): T {
  const held = heldStreams.get(stream);
  if (!held) return work();
  held.isUnhurried = true;
  try {
    return work();
  } finally {
    held.isUnhurried = false;
  }
}
