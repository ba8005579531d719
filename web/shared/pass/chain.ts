/** The chain of hashes behind a pass; the server's `rules/pass.ts` says why. */
export const LINK_BYTES = 16;

/** A link hashed down so many steps. Needs a secure context. */
export async function hashed(link: Uint8Array, times: number): Promise<Uint8Array> {
  let last = Uint8Array.from(link);
  for (let time = 0; time < times; time += 1) {
    last = new Uint8Array(await crypto.subtle.digest('SHA-256', last)).slice(0, LINK_BYTES);
  }
  return last;
}

interface Steps {
  /** Milliseconds. */
  readonly firstStepAt: number;
  readonly steps: number;
  readonly stepSeconds: number;
}

/** The step of an instant; before the first and after the last step it is that one. */
export function stepAt({ firstStepAt, steps, stepSeconds }: Steps, at: number): number {
  const passed = Math.floor((at - firstStepAt) / 1000 / stepSeconds);
  return Math.min(steps - 1, Math.max(0, passed));
}
