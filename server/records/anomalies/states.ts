import type { Words } from '../../platform/index.ts';

export const anomalyKinds = ['two-places', 'long-day', 'one-phone', 'always-maximum'] as const;
export type AnomalyKind = (typeof anomalyKinds)[number];

export const anomalyStates = ['open', 'explained', 'passed', 'gone'] as const;
export type AnomalyState = (typeof anomalyStates)[number];

/** How a person who looked into one leaves it. */
export const findings = ['explained', 'passed'] as const;
export type Finding = (typeof findings)[number];

interface StateRow {
  readonly name: Words;
  /** `vanish` and `return`: the record no longer looks so, or does again; the program sees that. */
  readonly next: Partial<Readonly<Record<Finding | 'vanish' | 'return', AnomalyState>>>;
}

/** Server, pages and tests read this. */
export const anomalyStateTable: Readonly<Record<AnomalyState, StateRow>> = {
  open: {
    name: { zh: '待查看', en: 'To be looked into' },
    next: { explained: 'explained', passed: 'passed', vanish: 'gone' },
  },
  explained: { name: { zh: '有正当缘由', en: 'Explained' }, next: {} },
  passed: { name: { zh: '已去更正', en: 'Passed to a correction' }, next: {} },
  gone: { name: { zh: '记录已更正', en: 'Corrected meanwhile' }, next: { return: 'open' } },
};

interface KindRow {
  readonly name: Words;
  /** Its harmless reading, which stands beside each. */
  readonly harmless: Words;
}

export const anomalyKindTable: Readonly<Record<AnomalyKind, KindRow>> = {
  'two-places': {
    name: { zh: '同一时间在两处', en: 'Two places at once' },
    harmless: {
      zh: '也许签退时忘了扫码，就按散场算了；也许是家里两个人用了同一个账号。',
      en: 'Somebody may have left unseen and was counted to the end, or two of a family used one account.',
    },
  },
  'long-day': {
    name: { zh: '一天记得太长', en: 'A day too long' },
    harmless: {
      zh: '也许那天有全天的志愿服务，又忘了签退。',
      en: 'It may have been a day of volunteering, with an exit that nobody scanned.',
    },
  },
  'one-phone': {
    name: { zh: '一部手机为多家签到', en: 'One phone for many families' },
    harmless: {
      zh: '也许是热心人把手机借给没电的、没带的，或是门口公用的一部。',
      en: 'A kind person may have lent it at the door, or it is one that the hall shares.',
    },
  },
  'always-maximum': {
    name: { zh: '场场记满上限', en: 'Always the maximum' },
    harmless: {
      zh: '也许这里的活动本来就办得长，大家也都坐到了最后。',
      en: 'Its events may simply be long, and people stay to the end.',
    },
  },
};
