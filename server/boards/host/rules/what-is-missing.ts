import type { Words } from '../../../platform/index.ts';
import type { ActivityState } from '../../../records/activities/index.ts';

export const lacks = [
  'draft',
  'draft-over',
  'no-description',
  'no-bring-list',
  'no-link',
  'no-sign-ups',
  'few-sign-ups',
  'waiting-with-places-elsewhere',
  'offers-pending',
  'closes-soon',
  'no-door',
  'no-lead',
  'clash',
  'not-confirmed',
  'no-report',
] as const;
export type LackCode = (typeof lacks)[number];

/** Where it is mended. */
export type Mend =
  | 'change'
  | 'publish'
  | 'registrations'
  | 'other-times'
  | 'helpers'
  | 'confirm'
  | 'report';

export interface Lack {
  readonly code: LackCode;
  /** It cannot wait until tomorrow. */
  readonly is_urgent: boolean;
  readonly text: Words;
  readonly mend: Mend;
}

/** An event as the board knows it. */
export interface EventAsItStands {
  readonly state: ActivityState;
  readonly begins_at: Date;
  readonly ends_at: Date;
  readonly description: string;
  readonly bring: string;
  readonly place: string;
  readonly online_link: string | null;
  readonly registration_opens_at: Date | null;
  readonly registration_closes_at: Date | null;
  readonly capacity: number | null;
  readonly places_taken: number;
  readonly waiting: number;
  readonly offered: number;
  readonly has_places_elsewhere: boolean;
  /** Somebody is named for the door. */
  readonly has_door: boolean;
  /** What was done is written down, or cannot be. */
  readonly has_report: boolean;
  /** Of a kind with teams: when shifts begin that have volunteers and no lead. */
  readonly shifts_without_lead: readonly Date[];
  /** Carers and children do something together: they want to know what to bring. */
  readonly is_practice: boolean;
  /** What else the same families are invited to at that time. */
  readonly clashes: readonly string[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Families plan a week ahead: a draft that near the day loses those who would have come … */
const DAYS_FOR_A_DRAFT = 7;
/** … and two days before, hardly anybody comes. */
const DAYS_FOR_AN_URGENT_DRAFT = 2;
/** Sign-ups that are few a week before can still be helped by a word to the classes. */
const DAYS_FOR_FEW_SIGN_UPS = 7;
/** A hall a third full is few. */
const FEW = 0.3;
/** Who has been invited for less than two days has not had the time. */
const DAYS_BEFORE_COUNTING = 2;
const HOURS_BEFORE_CLOSING = 36;
/** Time to ask a colleague. */
const DAYS_FOR_THE_DOOR = 3;
/** While one still remembers. */
const DAYS_FOR_A_REPORT = 3;
/** Time for the lead to say yes, and to write to the others. */
const DAYS_FOR_A_LEAD = 7;

/** What an event still lacks at an instant, the most pressing first. Pure. */
export function whatIsMissing(event: EventAsItStands, at: Date): Lack[] {
  if (event.state === 'draft') return lacksOfDraft(event, at);
  if (event.state === 'finished') return noReport(event, at);
  if (event.state !== 'published') return [];
  if (event.ends_at <= at) return [notConfirmed(event, at)];
  // Shifts of a long one are still to come.
  if (event.begins_at <= at) return leads(event, at);
  return [
    ...lacksOfSignUp(event, at),
    ...door(event, at),
    ...leads(event, at),
    ...lacksOfText(event),
    ...clashes(event),
  ].sort((one, other) => Number(other.is_urgent) - Number(one.is_urgent));
}

function lacksOfDraft(event: EventAsItStands, at: Date): Lack[] {
  if (event.begins_at <= at) {
    return [
      lack('draft-over', 'change', true, [
        '时间已过，还是草稿：改个时间，或取消',
        'Its time is over and it is still a draft: move it, or call it off',
      ]),
    ];
  }
  const days = daysUntil(event.begins_at, at);
  const near = days <= DAYS_FOR_A_DRAFT;
  const said: readonly [string, string] =
    days === 0
      ? ['今天就要开始，还是草稿', 'It begins today and is still a draft']
      : [`还有 ${days} 天，还是草稿`, `Still a draft, ${count(days, 'day')} before`];
  return [
    ...(near ? [lack('draft', 'publish', days <= DAYS_FOR_AN_URGENT_DRAFT, said)] : []),
    ...lacksOfText(event),
    ...clashes(event),
  ];
}

function lacksOfText({ description, bring, place, online_link, is_practice }: EventAsItStands) {
  const found: Lack[] = [];
  if (description.trim() === '') {
    found.push(lack('no-description', 'change', false, ['没有写介绍', 'No description']));
  }
  if (is_practice && bring.trim() === '') {
    found.push(
      lack('no-bring-list', 'change', false, ['没有写要带什么', 'Nothing said of what to bring']),
    );
  }
  if (/线上|online/i.test(place) && online_link === null) {
    found.push(lack('no-link', 'change', true, ['线上活动没有地址', 'Online, but no link']));
  }
  return found;
}

function lacksOfSignUp(event: EventAsItStands, at: Date): Lack[] {
  return [...fewSignUps(event, at), ...queue(event), ...closing(event, at)];
}

function fewSignUps(
  { places_taken: taken, capacity, begins_at, registration_opens_at: opens }: EventAsItStands,
  at: Date,
): Lack[] {
  const days = daysUntil(begins_at, at);
  const opened = opens === null || at.getTime() - opens.getTime() >= DAYS_BEFORE_COUNTING * DAY;
  if (days > DAYS_FOR_FEW_SIGN_UPS || !opened) return [];
  if (taken === 0) {
    const said = ['还没有人报名', 'Nobody has signed up'] as const;
    return [lack('no-sign-ups', 'registrations', days <= DAYS_BEFORE_COUNTING, said)];
  }
  if (capacity === null || taken >= capacity * FEW) return [];
  return [
    lack('few-sign-ups', 'registrations', false, [
      `报名不多：${capacity} 户只报了 ${taken} 户`,
      `Few sign-ups: ${taken} of ${capacity} places`,
    ]),
  ];
}

function queue({ waiting, offered, has_places_elsewhere }: EventAsItStands): Lack[] {
  const found: Lack[] = [];
  if (waiting > 0 && has_places_elsewhere) {
    found.push(
      lack('waiting-with-places-elsewhere', 'other-times', false, [
        `${waiting} 户在候补，别的场次还有名额`,
        `${count(waiting, 'family', 'families')} waiting while another time has places`,
      ]),
    );
  }
  if (offered > 0) {
    found.push(
      lack('offers-pending', 'registrations', false, [
        `${offered} 个名额等家长确认`,
        `${count(offered, 'place')} offered and not accepted yet`,
      ]),
    );
  }
  return found;
}

function closing({ registration_closes_at: closes }: EventAsItStands, at: Date): Lack[] {
  if (closes === null) return [];
  const left = closes.getTime() - at.getTime();
  if (left <= 0 || left > HOURS_BEFORE_CLOSING * HOUR) return [];
  const days = daysUntil(closes, at);
  return [
    lack('closes-soon', 'registrations', false, [
      `报名${days === 0 ? '今天' : '明天'}截止`,
      `Sign-up closes ${days === 0 ? 'today' : 'tomorrow'}`,
    ]),
  ];
}

function door({ begins_at, has_door }: EventAsItStands, at: Date): Lack[] {
  if (has_door || daysUntil(begins_at, at) > DAYS_FOR_THE_DOOR) return [];
  return [
    lack('no-door', 'helpers', false, ['签到台还没有安排人', 'Nobody is named for the door']),
  ];
}

function leads({ shifts_without_lead: all }: EventAsItStands, at: Date): Lack[] {
  const shifts = all.filter((begins) => daysUntil(begins, at) <= DAYS_FOR_A_LEAD).length;
  if (shifts === 0) return [];
  return [
    lack('no-lead', 'helpers', false, [
      shifts === 1 ? '有一个班次还没有组长' : `${shifts} 个班次还没有组长`,
      `${count(shifts, 'shift')} without a lead`,
    ]),
  ];
}

function clashes({ clashes: others }: EventAsItStands): Lack[] {
  const [first] = others;
  if (first === undefined) return [];
  const more = others.length - 1;
  return [
    lack('clash', 'change', false, [
      `和《${first}》${more > 0 ? `等 ${others.length} 个活动` : ''}同时，请的是同样的家长`,
      `At the time of “${first}”${more > 0 ? ` and ${more} more` : ''}, for the same families`,
    ]),
  ];
}

function noReport({ ends_at, has_report }: EventAsItStands, at: Date): Lack[] {
  const days = -daysUntil(ends_at, at);
  if (has_report || days < DAYS_FOR_A_REPORT) return [];
  return [
    lack('no-report', 'report', false, [
      `结束 ${days} 天了，还没有写小结`,
      `Over for ${count(days, 'day')}, and no report yet`,
    ]),
  ];
}

function notConfirmed({ ends_at }: EventAsItStands, at: Date): Lack {
  const days = -daysUntil(ends_at, at);
  return lack('not-confirmed', 'confirm', true, [
    days === 0 ? '已经结束，等您确认到场' : `结束 ${days} 天了，还没有确认到场`,
    days === 0
      ? 'It is over: please confirm who came'
      : `Over for ${count(days, 'day')}, and nobody has confirmed who came`,
  ]);
}

function lack(
  code: LackCode,
  mend: Mend,
  is_urgent: boolean,
  [zh, en]: readonly [zh: string, en: string],
): Lack {
  return { code, is_urgent, mend, text: { zh, en } };
}

/** Midnights of China between two instants: 0 is today, 1 tomorrow. */
function daysUntil(then: Date, at: Date): number {
  return dayNumber(then) - dayNumber(at);
}

const CHINA_AHEAD = 8 * HOUR;

function dayNumber(at: Date): number {
  return Math.floor((at.getTime() + CHINA_AHEAD) / DAY);
}

function count(many: number, one: string, others = `${one}s`): string {
  return `${many} ${many === 1 ? one : others}`;
}
