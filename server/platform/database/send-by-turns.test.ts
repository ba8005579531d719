import { Duplex } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { sendByTurns, withoutHurry } from './send-by-turns.ts';

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

describe('what need not hurry', () => {
  test('leaves together with what is asked next', async () => {
    const { stream, pieces } = listener();
    withoutHurry(stream, () => stream.write('rollback'));
    await null;
    stream.write('begin');
    expect(pieces).toEqual([]);
    await new Promise(process.nextTick);
    expect(pieces).toEqual([['rollback', 'begin']]);
    await new Promise(setImmediate);
    expect(pieces).toHaveLength(1);
  });

  test('leaves a moment later by itself', async () => {
    const { stream, pieces } = listener();
    withoutHurry(stream, () => stream.write('rollback'));
    await new Promise(process.nextTick);
    expect(pieces).toEqual([]);
    await expect.poll(() => pieces).toEqual([['rollback']]);
  });

  test('leaves at once behind what hurries', async () => {
    const { stream, pieces } = listener();
    stream.write('select 1');
    withoutHurry(stream, () => stream.write('rollback'));
    await new Promise(process.nextTick);
    await new Promise(process.nextTick);
    expect(pieces).toEqual([['select 1', 'rollback']]);
  });
});
