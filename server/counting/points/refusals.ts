import { defineRefusal } from '../../platform/index.ts';

export const NotSignedYet = defineRefusal(
  'points.not-signed-yet',
  409,
  { zh: '总账还没有签到这一条', en: 'The ledger has not been signed that far yet' },
  { zh: '请过几秒再看。', en: 'Please look again in a few seconds.' },
);

export const NoSuchGrowth = defineRefusal(
  'points.no-such-growth',
  422,
  { zh: '先后两个大小不对', en: 'The two sizes do not fit' },
  {
    zh: '请给出两个已签名的大小，前一个不大于后一个，且不小于 1。',
    en: 'Give two sizes that were signed, the earlier at least 1 and not above the later.',
  },
);
