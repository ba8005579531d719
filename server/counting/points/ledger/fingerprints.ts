const FIRST_CAPACITY = 1 << 12;

/**
 * Remembers which (fact, rule) pairs went by, in 64 bits each: millions of them fit where their text would
 * not. Two different pairs may share a fingerprint, so a pair met again is only a suspect.
 */
export class Fingerprints {
  #size = 0;
  // Slot i is words 2i and 2i + 1; a slot of zeros is free.
  #words = new Uint32Array(FIRST_CAPACITY * 2);

  /** True when the pair, or one that looks the same, was added before. */
  add(fact: string, rule: string): boolean {
    const high = mixed(fact, rule, 0x811c9dc5);
    const known = this.#insert(high, mixed(fact, rule, high ^ 0x9e3779b9) | 1);
    if (!known) {
      this.#size += 1;
      if (this.#size * 4 > this.#words.length) this.#grow();
    }
    return known;
  }

  #insert(high: number, odd: number): boolean {
    const low = odd >>> 0;
    const slots = this.#words.length / 2;
    // Capacity is a power of two, so the mask keeps the probe inside.
    for (let slot = high & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
      const here = this.#words[slot * 2 + 1];
      if (here === 0) {
        this.#words[slot * 2] = high;
        this.#words[slot * 2 + 1] = low;
        return false;
      }
      if (here === low && this.#words[slot * 2] === high) return true;
    }
  }

  #grow(): void {
    const old = this.#words;
    this.#words = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) {
      const low = old[at + 1] ?? 0;
      if (low !== 0) this.#insert(old[at] ?? 0, low);
    }
  }
}

/** FNV-1a over both texts, stirred: a forger who finds two that agree wins nothing but a second look. */
function mixed(fact: string, rule: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < fact.length; at += 1) {
    hash = Math.imul(hash ^ fact.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ 0xff, 0x01000193);
  for (let at = 0; at < rule.length; at += 1) {
    hash = Math.imul(hash ^ rule.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The pair as one string that no other pair gives. */
export function pairKey(fact: string, rule: string): string {
  return JSON.stringify([fact, rule]);
}
