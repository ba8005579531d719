import { giveBack, limited, networkOf, sweepAllowances, take } from '../../allowances/index.ts';
import type { District } from '../../district.ts';
import { MessageNotSent, type Messages } from '../../messages/index.ts';
import type { Language } from '../../words.ts';
import { drawCode, dropCode, keepCode, sweepCodes } from '../codes.ts';
import { writeAtTheDoor } from '../lasting-refusal.ts';
import { CODES_A_DAY, CODES_A_MINUTE, CODES_BY_ADDRESS } from '../limits.ts';
import { CodeNotSent, CodesTooOften } from '../refusals.ts';

export interface CodeAsked {
  readonly phone: string;
  /** The network address that asks. */
  readonly address: string;
  readonly language: Language;
  readonly at: Date;
}

/** What is asked of the operator's log when a provider fails: its word for it, without the phone. */
export type NoteFailure = (failure: MessageNotSent) => void;

/**
 * Sends a code to a phone, known or not: the answer is the same, and takes the same time. Refuses
 * `sign-in.codes-too-often` and, when the provider fails, `sign-in.code-not-sent`.
 */
export async function sendCode(
  district: District,
  messages: Messages,
  { phone, address, language, at }: CodeAsked,
  note: NoteFailure,
): Promise<{ expires_at: string; retry_after_seconds: number }> {
  const { sealing } = district;
  const code = drawCode();
  const subject = limited(sealing, phone);
  const expiresAt = await writeAtTheDoor(district, async (transaction) => {
    for (const [allowance, whom] of [
      [CODES_BY_ADDRESS, limited(sealing, networkOf(address))],
      [CODES_A_MINUTE, subject],
      [CODES_A_DAY, subject],
    ] as const) {
      const { allowed, retryAfterSeconds } = await take(transaction, allowance, whom, at);
      if (!allowed) return CodesTooOften({ retryAfterSeconds });
    }
    await sweepAllowances(transaction, at);
    await sweepCodes(transaction, at);
    return keepCode(transaction, sealing, { phone, code, at });
  });
  try {
    await messages.sendCode(phone, code, language);
  } catch (error) {
    if (!(error instanceof MessageNotSent)) throw error;
    note(error);
    await writeAtTheDoor(district, async (transaction) => {
      await dropCode(transaction, sealing, phone);
      await giveBack(transaction, CODES_A_MINUTE, subject);
    });
    throw CodeNotSent();
  }
  return { expires_at: expiresAt.toISOString(), retry_after_seconds: CODES_A_MINUTE.seconds };
}
