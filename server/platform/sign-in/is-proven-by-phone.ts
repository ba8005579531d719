import type { Session } from './find-session.ts';
import { PROVEN_PHONE_SECONDS } from './limits.ts';

/** The person showed, a short while ago, that they hold the phone: enough to set what was forgotten. */
export function isProvenByPhone({ madeBy, madeAt }: Session, at: Date): boolean {
  return madeBy === 'code' && at.getTime() - madeAt.getTime() <= PROVEN_PHONE_SECONDS * 1000;
}
