/** A seeded stream of chance (sfc32): the same seed gives the same district, on every machine. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #count = 1;

  constructor(seed: string) {
    const [a, b, c] = hashOf(seed);
    [this.#a, this.#b, this.#c] = [a, b, c];
    for (let warm = 0; warm < 15; warm += 1) this.next();
  }

  /** 0 ≤ x < 1 */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#count) | 0;
    this.#count = (this.#count + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    return (sum >>> 0) / 4294967296;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<One>(from: readonly One[]): One {
    const one = from[Math.floor(this.next() * from.length)];
    if (one === undefined) throw new Error('There is nothing to pick from.');
    return one;
  }

  /** By weights that need not sum to anything. */
  weighted<One>(from: readonly (readonly [One, number])[]): One {
    let rest = this.next() * from.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [one, weight] of from) {
      rest -= weight;
      if (rest < 0) return one;
    }
    return (from.at(-1) as readonly [One, number])[0];
  }

  /** A UUIDv7 of the given moment, so that ids of a demo sort as real ones would. */
  id(at: number): string {
    const time = Math.floor(at).toString(16).padStart(12, '0');
    const hex = () =>
      Math.floor(this.next() * 65536)
        .toString(16)
        .padStart(4, '0');
    const [a, b, c, d, e] = [hex(), hex(), hex(), hex(), hex()];
    const variant = '89ab'[Number.parseInt(b[0] as string, 16) % 4];
    return `${time.slice(0, 8)}-${time.slice(8)}-7${a.slice(1)}-${variant}${b.slice(1)}-${c}${d}${e}`;
  }
}

/** FNV-1a three times over, with different beginnings. */
function hashOf(text: string): [number, number, number] {
  const one = (begin: number) => {
    let hash = begin;
    for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
    return hash | 0;
  };
  return [one(2166136261), one(40503), one(2654435769 | 0)];
}
