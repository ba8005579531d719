/** What a check without the server came to, in both languages, as the server words its own. */
export type Sentence = readonly [outcome: 'passed' | 'failed' | 'unknown', zh: string, en: string];

export const offlineChecks = {
  signature: [
    'passed',
    '二维码由签发单位签名，内容没有改动过。',
    'The code is signed by the issuer: not a character was changed.',
  ],
  inTime: ['passed', '在有效期内。', 'In force.'],
  expired: ['failed', '已过有效期。', 'It has expired.'],
  revoked: {
    no: [
      'passed',
      '在上面所写的时间之前，没有被撤销。',
      'It had not been revoked by the time given above.',
    ],
    yes: [
      'failed',
      '已被签发单位撤销，或已换发新证明。',
      'The issuer has revoked it, or has put a new one in its place.',
    ],
    unknown: [
      'unknown',
      '手边没有撤销名单，联网后才能确认。',
      'No revocation list is at hand: this can be told with a network only.',
    ],
  },
  suspended: {
    no: [
      'passed',
      '在上面所写的时间之前，没有被暂停。',
      'It had not been suspended by the time given above.',
    ],
    yes: [
      'failed',
      '已被签发单位暂停，恢复之前不能使用。',
      'The issuer has suspended it; until it is restored it cannot be used.',
    ],
    unknown: [
      'unknown',
      '手边没有暂停名单，联网后才能确认。',
      'No suspension list is at hand: this can be told with a network only.',
    ],
  },
} as const satisfies Record<string, Sentence | Record<'yes' | 'no' | 'unknown', Sentence>>;
