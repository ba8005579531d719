import type { Stretch } from './line-cursor.ts';

const FIRST_CAPACITY = 1 << 12;
/** No text in UTF-8 has this byte, so that a fact's end is seen. */
const BETWEEN = 0xff;

/**
 * Remembers which (fact, rule) pairs went by, in 64 bits each: millions of them fit where their text would not. Two
 * different pairs may share a fingerprint, so a pair whose own returned is only a suspect.
 */
export class Fingerprints {
  #size = 0;
  // Fingerprint i is words 2i and 2i + 1.
  #words = new Uint32Array(FIRST_CAPACITY * 2);

  add(bytes: Uint8Array, fact: Stretch, rule: Stretch): void {
    if (this.#size * 2 === this.#words.length) this.#grow();
    mix(this.#words, this.#size * 2, bytes, fact, rule);
    this.#size += 1;
  }

  /** Those that came more than once. Sorting brings equal ones together. */
  repeated(): Set<bigint> {
    const words = this.#words.subarray(0, this.#size * 2);
    const sorted = new BigUint64Array(words.buffer, 0, this.#size).sort();
    const found = new Set<bigint>();
    for (let at = 1; at < sorted.length; at += 1) {
      // Compared as words: a BigInt for each of millions would cost as much as the sorting.
      const isSame = words[at * 2] === words[at * 2 - 2] && words[at * 2 + 1] === words[at * 2 - 1];
      if (isSame) found.add(sorted[at] as bigint);
    }
    return found;
  }

  #grow(): void {
    const old = this.#words;
    this.#words = new Uint32Array(old.length * 2);
    this.#words.set(old);
  }
}

const one = new BigUint64Array(1);
const itsWords = new Uint32Array(one.buffer);

export function fingerprintOf(bytes: Uint8Array, fact: Stretch, rule: Stretch): bigint {
  mix(itsWords, 0, bytes, fact, rule);
  return one[0] as bigint;
}

/** Two FNV-1a with multipliers of their own, stirred: a forger who finds two that agree wins nothing but a second look. */
function mix(
  words: Uint32Array,
  at: number,
  bytes: Uint8Array,
  fact: Stretch,
  rule: Stretch,
): void {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let index = fact.from; index < fact.to; index += 1) {
    low = Math.imul(low ^ (bytes[index] as number), 0x01000193);
    high = Math.imul(high ^ (bytes[index] as number), 0x5bd1e995);
  }
  low = Math.imul(low ^ BETWEEN, 0x01000193);
  high = Math.imul(high ^ BETWEEN, 0x5bd1e995);
  for (let index = rule.from; index < rule.to; index += 1) {
    low = Math.imul(low ^ (bytes[index] as number), 0x01000193);
    high = Math.imul(high ^ (bytes[index] as number), 0x5bd1e995);
  }
  words[at] = stirred(low ^ stirred(high));
  words[at + 1] = stirred(high);
}

function stirred(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
