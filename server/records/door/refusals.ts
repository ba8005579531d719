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

export const AnotherOnThisPhone = defineRefusal(
  'door.another-on-this-phone',
  409,
  {
    zh: '这台手机已经为另一位家长签过到',
    en: 'This phone has checked in somebody else at this event',
  },
  {
    zh: '一台手机只为一位家长签到。请到签到台找工作人员，出示签到码或报姓名。',
    en: 'One phone checks in one person. Show your pass at the desk, or say your name.',
  },
);

export const PositionNeeded = defineRefusal(
  'door.position-needed',
  409,
  { zh: '这场活动要确认您在现场', en: 'This event asks whether you are there' },
  {
    zh: '请允许使用定位再签到；不想用定位，请到签到台找工作人员。',
    en: 'Allow your position and check in again; or ask at the desk instead.',
  },
);

export const TooFar = defineRefusal(
  'door.too-far',
  409,
  { zh: '您好像不在会场', en: 'You do not seem to be at the hall' },
  {
    zh: '到会场后再签到；定位不准的话，请到签到台找工作人员。',
    en: 'Check in when you are there; if the position is wrong, ask at the desk.',
  },
);

export const PaperMissing = defineRefusal(
  'door.paper-missing',
  422,
  { zh: '没有收到文件', en: 'No file arrived' },
  { zh: '请选择填好的签到表再上传。', en: 'Choose the filled sheet and send it again.' },
);

export const NotAPaperSheet = defineRefusal(
  'door.not-a-paper-sheet',
  422,
  { zh: '这不是签到表', en: 'This is not a sign-in sheet' },
  {
    zh: '请用本活动下载的 Excel 表，保留表头，存为 xlsx 再上传。',
    en: 'Use the workbook downloaded for this activity, keep its header, save it as xlsx.',
  },
);

export const PaperTooLong = defineRefusal(
  'door.paper-too-long',
  422,
  { zh: '一次最多 1000 行', en: 'At most 1,000 rows at a time' },
  { zh: '请分成几份上传。', en: 'Send it in parts.' },
);
