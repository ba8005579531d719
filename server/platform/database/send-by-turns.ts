import type { Duplex } from 'node:stream';

/**
 * Makes a connection send what is asked in one turn of the program in one piece: BEGIN and the look-ups of a batch
 * of check-ins wake PostgreSQL once and not once each. Nothing waits longer than the promises that are settled
 * already.
 */
export function sendByTurns(stream: Duplex): void {
  const write = stream.write.bind(stream);
  let isHolding = false;
  const hold = () => {
    if (isHolding) return;
    isHolding = true;
    stream.cork();
    // A tick that is asked for between promises comes after all of them.
    queueMicrotask(() => {
      process.nextTick(() => {
        isHolding = false;
        stream.uncork();
      });
    });
  };
  const writeHeld = (...given: Parameters<typeof write>) => {
    hold();
    return write(...given);
  };
  stream.write = writeHeld as Duplex['write'];
}
