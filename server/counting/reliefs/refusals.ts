import { defineRefusal } from '../../platform/index.ts';

export const NotTheCarer = defineRefusal(
  'reliefs.not-the-carer',
  422,
  { zh: '这位家长与孩子没有关联', en: 'Not a carer of this child' },
  { zh: '请从孩子档案里的家长中选。', en: 'Choose from the carers in the child’s file.' },
);

export const DaysDoNotFit = defineRefusal(
  'reliefs.days-do-not-fit',
  422,
  { zh: '日期不对', en: 'The days do not fit' },
  {
    zh: '请假要写最后一天；最后一天不早于第一天，最长三年。残疾从今天或以前算起。',
    en: 'A leave has a last day, not before the first and within three years. A disability begins today or before.',
  },
);

export const SecondPersonDecides = defineRefusal(
  'reliefs.second-person-decides',
  409,
  { zh: '登记的人不能自己核准', en: 'Who wrote it may not decide on it' },
  {
    zh: '请另一位校领导或区里的同事来核准。',
    en: 'Have another leader of the school, or the district, look at it.',
  },
);

export const AlreadyDecided = defineRefusal(
  'reliefs.already-decided',
  409,
  { zh: '这一条已经处理过了', en: 'This has been decided already' },
  { zh: '请刷新，看现在的状态。', en: 'Look at it again to see how it stands.' },
);

export const ReliefReasonMissing = defineRefusal(
  'reliefs.reason-missing',
  422,
  { zh: '请写明原因', en: 'The reason is missing' },
  { zh: '家长会看到这个原因。', en: 'The carer reads it.' },
);
