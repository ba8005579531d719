import type { Words } from '../../../platform/index.ts';
import type { HallCheckInRow } from '../tables.ts';

/** What the host may want to look at. A hint is no accusation: each has a harmless reading, which is said too. */
export const hintKinds = {
  'other-person': {
    zh: '一台手机想为第二位家长签到，已拦下。也许是全家共用一台手机。',
    en: 'A phone tried to check in a second person and was stopped. A family may share one phone.',
  },
  'too-far': {
    zh: '签到时手机离会场较远，已拦下。也许是定位不准。',
    en: 'A phone was far from the hall and was stopped. The position may have been wrong.',
  },
  'old-code': {
    zh: '用的码在大屏上已换过，快到期才用上。也许是打字慢，也许是别人转发的。',
    en: 'The code was used when the screen had long changed. Slow typing, or somebody forwarded it.',
  },
  burst: {
    zh: '同一个网络里，一两秒内好几位一起签到。也许是门口一起扫的，也许是一个人在代签。',
    en: 'Several checked in from one network within two seconds. A group at the door, or one person for many.',
  },
} as const satisfies Record<string, Words>;

export type HintKind = keyof typeof hintKinds;

export interface Hint {
  readonly kind: HintKind;
  readonly at: Date;
  readonly carers: readonly string[];
}

/** Codes are good for 45 seconds; the last third is where forwarded ones arrive. */
const OLD_CODE_SECONDS = 35;
const BURST_MILLISECONDS = 2_000;
/** A family of four at the door is no burst. */
const LEAST_IN_A_BURST = 5;
/** A hall's own network carries most of its phones: there, together means nothing. */
const LARGEST_PART_OF_A_BURST_NETWORK = 0.5;

/** From the check-ins of one event, in the order of time. */
export function hintsOf(rows: readonly HallCheckInRow[]): Hint[] {
  const single = rows.flatMap((row): Hint[] => {
    const kind = kindOf(row);
    return kind ? [{ kind, at: row.at, carers: [row.carer_id] }] : [];
  });
  return [...single, ...burstsOf(rows)].sort((one, other) => one.at.getTime() - other.at.getTime());
}

function kindOf({ outcome, code_age_seconds }: HallCheckInRow): HintKind | undefined {
  if (outcome !== 'in') return outcome;
  return code_age_seconds >= OLD_CODE_SECONDS ? 'old-code' : undefined;
}

function burstsOf(rows: readonly HallCheckInRow[]): Hint[] {
  const entries = rows.filter(({ outcome }) => outcome === 'in');
  const networks = Map.groupBy(entries, ({ network }) => network.toString('hex'));
  return [...networks.values()].flatMap((own) => {
    const isTheHalls = own.length > entries.length * LARGEST_PART_OF_A_BURST_NETWORK;
    return isTheHalls && entries.length > LEAST_IN_A_BURST ? [] : burstsWithin(own);
  });
}

/** Runs of check-ins, each within two seconds of the run's first. */
function burstsWithin(rows: readonly HallCheckInRow[]): Hint[] {
  const runs: HallCheckInRow[][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    const first = run?.[0];
    if (run && first && row.at.getTime() - first.at.getTime() <= BURST_MILLISECONDS) run.push(row);
    else runs.push([row]);
  }
  return runs.flatMap((run) => {
    const carers = [...new Set(run.map(({ carer_id }) => carer_id))];
    const at = run[0]?.at;
    return at && carers.length >= LEAST_IN_A_BURST ? [{ kind: 'burst' as const, at, carers }] : [];
  });
}
