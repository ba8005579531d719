import { defineRefusal } from '../../platform/index.ts';

export const NotOverYet = defineRefusal(
  'ratings.not-over-yet',
  409,
  { zh: '活动还没有结束', en: 'The event is not over yet' },
  { zh: '请在活动结束以后再评价。', en: 'Please answer when it is over.' },
);

export const ClosedAlready = defineRefusal(
  'ratings.closed-already',
  409,
  { zh: '评价已经截止', en: 'It is too late to answer' },
  {
    zh: '活动结束后两周内可以评价和修改；还有话想说，请直接联系主办单位。',
    en: 'Answers are taken for two weeks after the event; for anything else, speak to the host.',
  },
);
