import { stepAt } from '../../shared/pass/chain.ts';
import type { ShownPass } from '../../shared/pass/read-pass.ts';
import type { Scanner } from '../queries/shapes.ts';
import type { Seen } from './scan-box.ts';

/** What this phone can say of a scan by itself. */
export type Verdict =
  | {
      readonly is: 'entry' | 'exit' | 'again-in' | 'again-out';
      readonly name: string;
      readonly hadPlace: boolean;
    }
  | { readonly is: 'refused'; readonly why: RefusedWhy };

export type RefusedWhy = 'forged' | 'other-event' | 'expired' | 'closed';

/** A second scan sooner than this is a nervous finger, later it is the exit. */
const EXIT_AFTER_MILLISECONDS = 2 * 60_000;

interface Door {
  readonly scanner: Scanner;
  /** What this phone has seen of the person before. */
  readonly seen: Seen | undefined;
  /** Milliseconds, server's time. */
  readonly now: number;
}

/** As the server would, without what it alone knows: who has a place, and what other phones have scanned. */
export function judge(pass: ShownPass | undefined, { scanner, seen, now }: Door): Verdict {
  if (!pass) return { is: 'refused', why: 'forged' };
  if (pass.activity !== scanner.activity_id) return { is: 'refused', why: 'other-event' };
  const stepSeconds = scanner.step_seconds;
  const apart = Math.abs(stepAt({ ...pass, stepSeconds }, now) - pass.step);
  if (apart > scanner.steps_accepted) return { is: 'refused', why: 'expired' };
  const isOpen =
    now >= Date.parse(scanner.doors_open_at) && now <= Date.parse(scanner.doors_close_at);
  if (!isOpen) return { is: 'refused', why: 'closed' };
  return { is: meaningOf(scanner, seen, now), name: pass.name, hadPlace: pass.hadPlace };
}

function meaningOf(scanner: Scanner, seen: Seen | undefined, now: number) {
  if (!seen) return 'entry';
  if (seen.left !== undefined) return 'again-out';
  const isLater = now - seen.entered >= EXIT_AFTER_MILLISECONDS;
  const hasBegun = now >= Date.parse(scanner.begins_at);
  return scanner.asks_for_exit && isLater && hasBegun ? 'exit' : 'again-in';
}
