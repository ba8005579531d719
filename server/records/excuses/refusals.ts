import { defineRefusal } from '../../platform/index.ts';

export const NoSuchTask = defineRefusal(
  'excuses.no-such-task',
  422,
  { zh: '这一期没有这项任务', en: 'There is no such task in this period' },
  {
    zh: '请从任务进度里打开要免计的那一项再申请；期次还没开始的，到时再说。',
    en: 'Open the task on the board of duties and ask there; a period that has not begun asks nothing yet.',
  },
);

export const DoneAlready = defineRefusal(
  'excuses.done-already',
  409,
  { zh: '这项任务已经完成', en: 'The task is done already' },
  { zh: '完成了的不用免计，请刷新看看。', en: 'What is done needs no excuse. Reload to see it.' },
);

export const ExcusedAlready = defineRefusal(
  'excuses.excused-already',
  409,
  { zh: '这项任务已经免计', en: 'The task is excused already' },
  { zh: '不用再申请；背后的记录里有事由。', en: 'Nothing more is needed; its records say why.' },
);

export const AskedAlready = defineRefusal(
  'excuses.asked-already',
  409,
  { zh: '已经有人为它申请过了', en: 'Somebody has asked for it already' },
  {
    zh: '请在“事由免计”里看进展；要改写，先撤回再申请。',
    en: 'See how it stands under Excuses; to reword it, withdraw it and ask again.',
  },
);

export const NoSuchReason = defineRefusal(
  'excuses.no-such-reason',
  422,
  { zh: '计划里没有这种事由', en: 'The plan knows no such reason' },
  {
    zh: '请从列出的事由里选；都不合适，选“其他”并写一句。',
    en: 'Choose one of the reasons shown; if none fits, “something else” with a sentence.',
  },
);

export const SubstituteMissing = defineRefusal(
  'excuses.substitute-missing',
  422,
  {
    zh: '要写明用什么方式、哪天补做的',
    en: 'Say in what other form it was done, and when',
  },
  {
    zh: '请选一种替代方式和日期，日期不能晚于今天。',
    en: 'Choose a form and a day, not later than today.',
  },
);

export const WordsMissing = defineRefusal(
  'excuses.words-missing',
  422,
  { zh: '请写一句说明', en: 'A sentence is needed' },
  {
    zh: '写清缘由即可，不要写病情和诊断。',
    en: 'Say why in a sentence, and nothing of anybody’s health.',
  },
);

export const SecondPersonDecides = defineRefusal(
  'excuses.second-person-decides',
  403,
  {
    zh: '自己申请的、自己孩子的，不能自己审核',
    en: 'Nobody decides on what they asked, or on their own child',
  },
  { zh: '请由上级单位的另一位同事审核。', en: 'Another colleague above decides.' },
);

export const NotInThisState = defineRefusal(
  'excuses.not-in-this-state',
  409,
  { zh: '现在不能这样做', en: 'This cannot be done now' },
  { zh: '可能已有人处理过，请刷新看看。', en: 'Somebody may have decided it: reload to see.' },
);

export const ReasonMissing = defineRefusal(
  'excuses.reason-missing',
  422,
  { zh: '请写明理由', en: 'Say why' },
  {
    zh: '不同意、收回时，申请的人要看到理由。',
    en: 'Who asked reads why it was declined or taken back.',
  },
);
