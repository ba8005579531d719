import { defineRefusal } from '../../platform/index.ts';
import { MOST_AWARD_EVIDENCE, MOST_AWARDS_A_SHEET } from './limits.ts';

export const NotByHand = defineRefusal(
  'awards.not-by-hand',
  422,
  { zh: '这类事不能人工登记', en: 'Deeds of this kind are not entered by hand' },
  {
    zh: '办过活动的，由活动签到记；其余请从列表里选。',
    en: 'Events record theirs; choose from the list.',
  },
);

export const NoSuchCarer = defineRefusal(
  'awards.no-such-carer',
  422,
  { zh: '没有用这个手机号登记的家长', en: 'No carer is known by this phone' },
  {
    zh: '请核对手机号；还没有登记的家长，先由学校登记。',
    en: 'Check the number; a carer who is not known yet is entered by the school first.',
  },
);

export const OutOfTime = defineRefusal(
  'awards.out-of-time',
  422,
  { zh: '这一天不能登记', en: 'This day cannot be entered' },
  {
    zh: '只登记已经做过、且没有过登记期限的事。',
    en: 'Enter what was done already, and not too long ago.',
  },
);

export const TooMuchAtOnce = defineRefusal(
  'awards.too-much-at-once',
  422,
  { zh: '一次登记得太多了', en: 'That is too much for one entry' },
  { zh: '请按天分开登记。', en: 'Enter each day by itself.' },
);

export const EnteredAlready = defineRefusal(
  'awards.entered-already',
  409,
  { zh: '这一天的这件事已经登记过了', en: 'This deed of that day was entered already' },
  { zh: '请在列表里查看。', en: 'Look at it in the list.' },
);

export const AwardEvidenceMissing = defineRefusal(
  'awards.evidence-missing',
  409,
  { zh: '还没有材料', en: 'There is no evidence yet' },
  { zh: '请先附上照片或 PDF，再核准。', en: 'Attach a picture or a PDF first.' },
);

export const AwardSecondPerson = defineRefusal(
  'awards.second-person',
  403,
  { zh: '要由另一个人来定', en: 'Somebody else must decide' },
  {
    zh: '登记的人不能核准，登记和核准的人不能抽查，自己家的也不能自己定。',
    en: 'Not who entered it, nor who confirmed it, nor the family itself.',
  },
);

export const NotInThisState = defineRefusal(
  'awards.not-in-this-state',
  409,
  { zh: '现在不能这样做', en: 'This cannot be done now' },
  { zh: '请刷新，看看进展到哪一步了。', en: 'Reload to see how far it has come.' },
);

export const AwardReasonMissing = defineRefusal(
  'awards.reason-missing',
  422,
  { zh: '请写明原因', en: 'The reason is missing' },
  { zh: '登记的人和家长会看到。', en: 'Who entered it and the family read it.' },
);

export const AwardFileMissing = defineRefusal(
  'awards.file-missing',
  400,
  { zh: '没有收到文件', en: 'No file was received' },
  { zh: '请选好文件再上传。', en: 'Choose a file and upload it again.' },
);

export const TooMuchAwardEvidence = defineRefusal(
  'awards.too-much-evidence',
  409,
  { zh: `材料最多 ${MOST_AWARD_EVIDENCE} 份`, en: `At most ${MOST_AWARD_EVIDENCE} files` },
  { zh: '请挑最能说明问题的几份。', en: 'Choose those that show it best.' },
);

export const NotAnAwardSheet = defineRefusal(
  'awards.not-a-sheet',
  422,
  { zh: '读不出登记表', en: 'This is no sheet of deeds' },
  {
    zh: `请下载空表填写：家长、孩子、事项、日期、数量、说明，最多 ${MOST_AWARDS_A_SHEET} 行。`,
    en: `Fill in the empty sheet: carer, child, deed, day, amount, reason; at most ${MOST_AWARDS_A_SHEET} lines.`,
  },
);
