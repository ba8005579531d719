import { Refusal } from '../../../platform/index.ts';
import type { ScanOutcome } from '../../activities/index.ts';
import type { ConflictReason } from '../states.ts';

const reasons: Readonly<Record<string, ConflictReason>> = {
  'activities.scans-disagree': 'two-devices',
  'activities.doors-closed': 'doors-closed',
  'activities.not-entered': 'not-entered',
};

/** Why a scan did not become an attendance; undefined: it did. */
export function reasonOf(outcome: ScanOutcome, activityState: string): ConflictReason | undefined {
  if (outcome === 'no-place') return 'no-place';
  if (!(outcome instanceof Refusal)) return undefined;
  if (outcome.kind.code === 'activities.state-forbids') {
    return activityState === 'finished' ? 'event-finished' : 'event-cancelled';
  }
  const reason = reasons[outcome.kind.code];
  if (!reason) throw outcome;
  return reason;
}
