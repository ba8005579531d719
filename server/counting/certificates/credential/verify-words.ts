import { showDay } from './days.ts';

/** `unknown`: it could not be found out with what was at hand; that is no reason to believe it. */
export type CheckOutcome = 'passed' | 'failed' | 'unknown';

/** What a check found, in both languages. */
export type Sentence = readonly [outcome: CheckOutcome, zh: string, en: string];

export const SHAPE_GOOD: Sentence = [
  'passed',
  '内容完整，是一份父母成长课时证明。',
  'Complete: this is a growth-hours certificate.',
];
export const SHAPE_BAD: Sentence = [
  'failed',
  '内容不完整，或含有本证明没有的项目。',
  'Incomplete, or with parts that our certificates do not have.',
];
export const CONTEXTS_GOOD: Sentence = [
  'passed',
  '用词出自两份国际标准。',
  'Its terms come from the two international standards.',
];
export const CONTEXTS_BAD: Sentence = [
  'failed',
  '用词的出处被改动。',
  'Where its terms come from was changed.',
];

/** `late`: by a key of the issuer's that was no longer in force. */
export type SignatureOutcome = CheckOutcome | 'late';

export const SIGNATURE: Record<SignatureOutcome, Sentence> = {
  passed: [
    'passed',
    '签名有效，签发之后没有改动过一个字。',
    'The signature is good: not a character was changed since it was issued.',
  ],
  failed: [
    'failed',
    '签名无效：内容被改过，或不是签发单位所签。请以签发单位查询结果为准。',
    'The signature is bad: the content was changed, or someone else signed it. Ask the issuer.',
  ],
  late: [
    'failed',
    '签名用的是签发单位已经停用的旧密钥，日期却在停用之后。请以签发单位查询结果为准。',
    'Signed with a former key of the issuer, and dated after that key’s time. Ask the issuer.',
  ],
  unknown: [
    'unknown',
    '没有签发单位的公钥，无法核对签名。请联网核验，或先取得对方的 did.json。',
    'The issuer’s public key is not at hand, so the signature could not be checked. Verify online, or get the issuer’s did.json first.',
  ],
};

export const UNASKED: Sentence = [
  'unknown',
  '前面的核验没有通过，此项不作判断。',
  'An earlier check failed, so nothing can be said of this.',
];

export const issuerTrusted = (name: string): Sentence => [
  'passed',
  `签发单位可信：${name}。`,
  `A trusted issuer: ${name}.`,
];
export const issuerByKey = (name: string, key: string): Sentence => [
  'passed',
  `签发单位可信：${name}。其 did.json 不在手边，按区里公布的公钥 ${key} 认定。`,
  `A trusted issuer: ${name}. Its did.json is not at hand; it is known by the published key ${key}.`,
];
export const issuerForeign = (did: string): Sentence => [
  'failed',
  `签发者 ${did} 不在可信单位之列。`,
  `The issuer ${did} is not among the trusted ones.`,
];
export const issuerUnasked = (did: string): Sentence => [
  'unknown',
  `签发者是 ${did}。请与区里公布的标识核对。`,
  `The issuer is ${did}. Compare it with the identifier that the district publishes.`,
];

export const inTime = (until: string | undefined): Sentence =>
  until === undefined
    ? ['passed', '在有效期内，长期有效。', 'In force, without an end date.']
    : ['passed', `在有效期内，至${showDay(until).zh}。`, `In force until ${showDay(until).en}.`];
export const expired = (until: string): Sentence => [
  'failed',
  `已于${showDay(until).zh}过期。`,
  `It expired on ${showDay(until).en}.`,
];
export const notYet = (from: string): Sentence => [
  'failed',
  `${showDay(from).zh}起才生效。`,
  `It takes effect only on ${showDay(from).en}.`,
];

export const STATUS: Record<'revoked' | 'suspended', Record<CheckOutcome, Sentence>> = {
  revoked: {
    passed: ['passed', '没有被撤销。', 'It has not been revoked.'],
    failed: [
      'failed',
      '已被签发单位撤销，或已换发新证明。',
      'The issuer has revoked it, or has put a new one in its place.',
    ],
    unknown: [
      'unknown',
      '没有最新的撤销名单，无法确认是否被撤销。请联网核验。',
      'No current revocation list is at hand, so whether it was revoked is not known. Verify online.',
    ],
  },
  suspended: {
    passed: ['passed', '没有被暂停。', 'It is not suspended.'],
    failed: [
      'failed',
      '已被签发单位暂停，恢复之前不能使用。',
      'The issuer has suspended it; until it is restored it cannot be used.',
    ],
    unknown: [
      'unknown',
      '没有最新的暂停名单，无法确认是否被暂停。请联网核验。',
      'No current suspension list is at hand, so whether it is suspended is not known. Verify online.',
    ],
  },
};
