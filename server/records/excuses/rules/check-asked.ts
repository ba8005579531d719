import type { Excuses } from '../../../plan/index.ts';
import { NoSuchReason, SubstituteMissing, WordsMissing } from '../refusals.ts';
import type { AskExcuse } from '../shapes.ts';
import type { Excuse } from '../tables.ts';

/** What was said of why, if it is what the plan asks to be said; a substitute only where one is asked for. */
export function whyOf(
  { reasons, substitutes }: Excuses,
  asked: AskExcuse,
  today: string,
): Pick<Excuse, 'reason' | 'words' | 'substitute' | 'substitute_on'> {
  const reason = reasons.find(({ id }) => id === asked.reason);
  if (!reason) throw NoSuchReason();
  const words = asked.words?.trim() || null;
  if (reason.asks === 'words' && words === null) throw WordsMissing();
  const said = { reason: reason.id, words };
  if (reason.asks !== 'substitute') return { ...said, substitute: null, substitute_on: null };
  const substitute = substitutes.find(({ id }) => id === asked.substitute);
  const { substitute_on = null } = asked;
  if (!substitute || substitute_on === null || substitute_on > today) throw SubstituteMissing();
  return { ...said, substitute: substitute.id, substitute_on };
}
