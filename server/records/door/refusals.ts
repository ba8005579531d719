import { defineRefusal } from '../../platform/index.ts';

export const DecidedAlready = defineRefusal(
  'door.decided-already',
  409,
  { zh: '这条已经有人处理过', en: 'Somebody has decided this one already' },
  {
    zh: '请刷新页面；签到有误可以更正。',
    en: 'Reload the page; correct the attendance if it is wrong.',
  },
);

export const NotToBeAdmitted = defineRefusal(
  'door.not-to-be-admitted',
  409,
  { zh: '这条不能补记签到', en: 'This one cannot be admitted' },
  {
    zh: '码里认不出是谁，或活动没有举办。请填写原因后不予记录。',
    en: 'The pass names nobody, or the event did not take place. Give the reason and dismiss it.',
  },
);
