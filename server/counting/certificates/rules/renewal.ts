import type { CertificateState } from '../states.ts';

const MILLISECONDS_A_DAY = 86_400_000;

/** From so many days before its end a certificate may be renewed; at its end it is renewed by itself. */
const RENEWAL_DAYS = 60;

/** Why a certificate may be issued anew at the family's wish: its end is near, or the roster names the child otherwise. */
export type RenewalReason = 'ending' | 'name';

interface Renewable {
  readonly state: CertificateState;
  readonly valid_until: Date | null;
}

interface NamedChild {
  readonly name: string;
  readonly idNumberLastFour: string | null;
}

/**
 * Pure. A name goes before an end: who corrects a name keeps the end, and is asked again when that is near. A
 * child whom the roster knows without an ID number is no reason: the paper may know more.
 */
export function renewalReason(
  { state, valid_until }: Renewable,
  onPaper: NamedChild | undefined,
  inRoster: NamedChild | undefined,
  at: Date,
): RenewalReason | null {
  if (state === 'ended') return 'ending';
  if (state !== 'valid' || !valid_until) return null;
  if (onPaper && inRoster && differs(onPaper, inRoster)) return 'name';
  const nearsItsEnd = valid_until.getTime() - at.getTime() <= RENEWAL_DAYS * MILLISECONDS_A_DAY;
  return nearsItsEnd ? 'ending' : null;
}

function differs(onPaper: NamedChild, inRoster: NamedChild): boolean {
  const { idNumberLastFour } = inRoster;
  return (
    onPaper.name !== inRoster.name ||
    (idNumberLastFour !== null && idNumberLastFour !== onPaper.idNumberLastFour)
  );
}
