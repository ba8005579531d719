import type { Duplex } from 'node:stream';

/** A connection whose messages wait for the end of a turn. */
interface Held {
  /** What is asked meanwhile may wait for the next turn, too. */
  isUnhurried: boolean;
  sendsThisTurn: boolean;
  next: NodeJS.Immediate | undefined;
}

const heldStreams = new WeakMap<Duplex, Held>();

/**
 * Makes a connection send what is asked in one turn of the program in one piece: BEGIN and the look-ups of a batch
 * of check-ins wake PostgreSQL once and not once each. Nothing waits longer than the promises that are settled
 * already.
 */
export function sendByTurns(stream: Duplex): void {
  const write = stream.write.bind(stream);
  const held: Held = { isUnhurried: false, sendsThisTurn: false, next: undefined };
  heldStreams.set(stream, held);
  const send = () => {
    held.sendsThisTurn = false;
    clearImmediate(held.next);
    held.next = undefined;
    stream.uncork();
  };
  const hold = () => {
    const isHolding = held.sendsThisTurn || held.next !== undefined;
    if (!isHolding) stream.cork();
    if (held.isUnhurried) {
      if (!isHolding) held.next = setImmediate(send);
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
 * What `work` asks of a connection may wait for one turn more: the end of a transaction that only looked leaves with the
 * beginning of the next one, if that comes at once.
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
