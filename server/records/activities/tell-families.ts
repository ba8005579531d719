import { type Told, tell, type Urgency } from '../../notices/index.ts';
import type { Words, WriteTransaction } from '../../platform/index.ts';
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
  activity: Activity,
  {
    kind,
    deed,
    people,
    params = {},
    until = activity.begins_at,
    link = `/activities/${activity.id}`,
    at,
  }: FamilyNotice,
): Promise<void> {
  const { id, host_lineage } = activity;
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
      words: wordsOf(kind, activity, params),
      urgency: urgencyOf(kind, until, at),
      asks: kind === 'offered',
      usefulUntil: isPast(kind) ? null : until,
      at,
    },
  ]);
}

/** Of a private slot neither matter, place nor reason is named: a notice travels further than the inbox. */
function wordsOf(
  kind: NoticeKind,
  { title, is_private }: Activity,
  { place = '', reason = '', ...params }: NoticeParams,
): Words {
  if (!is_private) return noticeWords(kind, { title, place, reason, ...params });
  const inWords = (neutral: string) => noticeWords(kind, { ...params, title: neutral, place: '' });
  return { zh: inWords('您预约的时段').zh, en: inWords('Your appointment').en };
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
