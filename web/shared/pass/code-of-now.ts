import type { MyCode } from '../api-types.gen.ts';
import { hashed, stepAt } from './chain.ts';
import { fromBase64Url, toLetters } from './letters.ts';

/** The code of this instant, made by the phone that holds the pass, network or not. */
export async function codeOfNow(pass: MyCode, at: number): Promise<string> {
  const { steps, step_seconds: stepSeconds } = pass;
  const firstStepAt = Date.parse(pass.first_step_at);
  const step = stepAt({ firstStepAt, steps, stepSeconds }, at);
  const link = await hashed(fromBase64Url(pass.seed), steps - 1 - step);
  const tail = Uint8Array.of(step >> 8, step & 255, ...link);
  return toLetters(Uint8Array.of(...fromBase64Url(pass.signed), ...tail));
}
