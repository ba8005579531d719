import { Duplex } from 'node:stream';
import { expect, test } from 'vitest';
import { sendByTurns } from './send-by-turns.ts';

/** A stream that remembers which chunks reached the other side together. */
function listener() {
  const pieces: string[][] = [];
  const stream = new Duplex({
    read() {},
    write(chunk: Buffer, _encoding, done) {
      pieces.push([chunk.toString()]);
      done();
    },
    writev(chunks, done) {
      pieces.push(chunks.map(({ chunk }) => String(chunk)));
      done();
    },
  });
  sendByTurns(stream);
  return { stream, pieces };
}

test('what is asked in one turn of the program leaves together, promises that are settled included', async () => {
  const { stream, pieces } = listener();
  const later = async () => {
    for (let hop = 0; hop < 5; hop += 1) await null;
    stream.write('select 2');
  };
  const asked = later();
  stream.write('begin');
  stream.write('select 1');
  await asked;
  await new Promise(setImmediate);
  expect(pieces).toEqual([['begin', 'select 1', 'select 2']]);
});

test('the next turn leaves by itself, and in order', async () => {
  const { stream, pieces } = listener();
  stream.write('begin');
  await new Promise(setImmediate);
  stream.write('commit');
  await new Promise(setImmediate);
  expect(pieces).toEqual([['begin'], ['commit']]);
});
