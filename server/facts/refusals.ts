import { defineRefusal } from '../platform/index.ts';

export const FactNotFound = defineRefusal(
  'facts.not-found',
  404,
  { zh: '没有这条记录', en: 'There is no such fact' },
  {
    zh: '它可能还在登记中，请一秒后再看。',
    en: 'It may still be on its way: look again in a second.',
  },
);

export const FactReversedAlready = defineRefusal(
  'facts.reversed-already',
  409,
  { zh: '这条记录已经更正过', en: 'This fact was taken back already' },
  { zh: '如需恢复，请重新登记一次。', en: 'To restore it, record the deed again.' },
);
