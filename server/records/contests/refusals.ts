import { defineRefusal } from '../../platform/index.ts';
import { MOST_EVIDENCE, MOST_OPEN_A_CARER } from './limits.ts';

export const ContestedAlready = defineRefusal(
  'contests.contested-already',
  409,
  { zh: '这件事您已经提过了', en: 'You have contested this already' },
  { zh: '请到“我的异议”看进展。', en: 'Look at how it stands under “My contests”.' },
);

export const NoSuchCarer = defineRefusal(
  'contests.no-such-carer',
  422,
  { zh: '没有用这个手机号登记的家长', en: 'No carer is known by this phone' },
  {
    zh: '请核对手机号；没有手机的家长，请由孩子的学校提交。',
    en: 'Check the number; for a carer without one the child’s school enters it.',
  },
);

export const TooManyOpen = defineRefusal(
  'contests.too-many-open',
  409,
  {
    zh: `同时最多提 ${MOST_OPEN_A_CARER} 件`,
    en: `At most ${MOST_OPEN_A_CARER} can be open at once`,
  },
  {
    zh: '请等前面的有了结果再提，或直接问班主任。',
    en: 'Wait for those before, or ask in person.',
  },
);

export const TooLate = defineRefusal(
  'contests.too-late',
  409,
  { zh: '已过了可以提出的时间', en: 'The time to contest this has passed' },
  {
    zh: '如有特别的缘由，请直接联系学校或区里。',
    en: 'If there was a reason, ask the school or the district.',
  },
);

export const NotOverYet = defineRefusal(
  'contests.not-over-yet',
  409,
  { zh: '活动还没有结束', en: 'The event is not over yet' },
  { zh: '结束后积分才会到账，请到时再看。', en: 'Points come after its end; look again then.' },
);

export const NothingToAppeal = defineRefusal(
  'contests.nothing-to-appeal',
  409,
  { zh: '这份证明现在有效，不用申诉', en: 'The certificate holds: there is nothing to appeal' },
  {
    zh: '证明暂停、撤销或到期时才需要申诉。',
    en: 'Appeal when it is suspended, revoked or ended.',
  },
);

export const NotInThisState = defineRefusal(
  'contests.not-in-this-state',
  409,
  { zh: '现在不能这样做', en: 'This cannot be done now' },
  { zh: '请刷新，看看进展到哪一步了。', en: 'Reload to see how far it has come.' },
);

export const OwnCase = defineRefusal(
  'contests.own-case',
  403,
  { zh: '自己家的异议不能自己处理', en: 'Nobody decides the case of their own family' },
  { zh: '请交给同事处理。', en: 'Leave it to a colleague.' },
);

export const SecondPerson = defineRefusal(
  'contests.second-person',
  403,
  {
    zh: '您确认过这条记录，或处理过这件异议，不能再作复核',
    en: 'You confirmed this record or decided this contest before: it is for somebody else',
  },
  { zh: '请由区里另一位同事决定。', en: 'Another colleague of the district decides.' },
);

export const CorrectionMissing = defineRefusal(
  'contests.correction-missing',
  422,
  { zh: '认可的异议要同时更正记录', en: 'Where the family is right, the record is corrected too' },
  {
    zh: '请选出是哪次活动、应计多少分钟；原来就没有到场的，写 0。',
    en: 'Say which event and how many minutes are right; 0 if nobody was there.',
  },
);

export const CertificateUnchanged = defineRefusal(
  'contests.certificate-unchanged',
  409,
  { zh: '证明还没有恢复或补发', en: 'The certificate is still out of use' },
  {
    zh: '请先在证明页面恢复或补发，再写认可的决定。',
    en: 'Lift or re-issue it on its own page first, then decide.',
  },
);

export const TooMuchEvidence = defineRefusal(
  'contests.too-much-evidence',
  409,
  { zh: `材料最多 ${MOST_EVIDENCE} 份`, en: `At most ${MOST_EVIDENCE} files` },
  { zh: '请挑最能说明问题的几份。', en: 'Choose those that show it best.' },
);

export const EvidenceMissing = defineRefusal(
  'contests.evidence-missing',
  400,
  { zh: '没有收到材料', en: 'No file was received' },
  { zh: '请选一张照片或一份 PDF 再上传。', en: 'Choose a picture or a PDF and upload it again.' },
);
