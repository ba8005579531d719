import { type Told, tell, type Urgency } from '../../notices/index.ts';
import type { WriteTransaction } from '../../platform/index.ts';
import { HOURS_THAT_CANNOT_WAIT } from './limits.ts';
import {
  type NoticeKind,
  type NoticeParams,
  noticeHeading,
  noticeWords,
} from './rules/notice-words.ts';
import type { Activity } from './tables.ts';

const HOUR_MS = 3_600_000;

interface FamilyNotice {
  readonly kind: NoticeKind;
  /** Names the deed within activity and kind. */
  readonly deed: string | number;
  readonly people: readonly Told[];
  /** What is filled into the sentence besides the title. */
  readonly params?: NoticeParams;
  /** Until when it is of use: the end of an offer, or else the beginning of the event. */
  readonly until?: Date;
  /** Where in the carer's app it leads; to the activity if not given. */
  readonly link?: string;
  readonly at: Date;
}

/** Tells families of something about an activity, in the transaction that does it. */
export async function tellFamilies(
  transaction: WriteTransaction,
  { id, title, begins_at, host_lineage }: Activity,
  {
    kind,
    deed,
    people,
    params = {},
    until = begins_at,
    link = `/activities/${id}`,
    at,
  }: FamilyNotice,
): Promise<void> {
  await tell(transaction, [
    {
      room: 'activities',
      kind,
      people,
      subject: id,
      deed: String(deed),
      lineage: host_lineage,
      link,
      heading: noticeHeading(kind),
      words: noticeWords(kind, { title, ...params }),
      urgency: urgencyOf(kind, until, at),
      asks: kind === 'offered',
      usefulUntil: isPast(kind) ? null : until,
      at,
    },
  ]);
}

const isPast = (kind: NoticeKind) =>
  kind === 'offer-lapsed' || kind === 'corrected' || kind === 'thanked';

/** An answer that is waited for, and what changes the plans of today and tomorrow, cannot wait. */
function urgencyOf(kind: NoticeKind, until: Date, at: Date): Urgency {
  if (isPast(kind)) return 'daily';
  if (kind === 'offered' || kind === 'moved-up') return 'at-once';
  const hours = (until.getTime() - at.getTime()) / HOUR_MS;
  return hours < HOURS_THAT_CANNOT_WAIT ? 'at-once' : 'daily';
}
