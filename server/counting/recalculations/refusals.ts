import { defineRefusal } from '../../platform/index.ts';

export const SecondOfficerConfirms = defineRefusal(
  'recalculations.second-officer-confirms',
  409,
  { zh: '下令的人不能自己确认', en: 'Who ordered it may not confirm it' },
  {
    zh: '请另一位区级管理人员核对名单后确认。',
    en: 'Have another district officer look at the list and confirm.',
  },
);

export const NotToBeDecided = defineRefusal(
  'recalculations.not-to-be-decided',
  409,
  { zh: '现在不能这样处理', en: 'This cannot be done with it now' },
  { zh: '请刷新，看它现在的状态。', en: 'Look at it again to see how it stands.' },
);

export const OneRecalculationAtATime = defineRefusal(
  'recalculations.one-at-a-time',
  409,
  { zh: '还有一次重新计算没有结束', en: 'Another recalculation is not over yet' },
  { zh: '请先确认或撤回那一次。', en: 'Confirm or withdraw that one first.' },
);

export const NoSuchWording = defineRefusal(
  'recalculations.no-such-wording',
  422,
  { zh: '规则或日期不对', en: 'The rules or the days do not fit' },
  {
    zh: '请选计划里的规则；最后一天不早于第一天、不晚于今天；选的规则在“按哪天的写法”那天要有效。',
    en: 'Choose rules of the plan that are in force on the day of the wording; the period ends not before it begins, and not after today.',
  },
);
