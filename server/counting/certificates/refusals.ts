import { defineRefusal, type Refusal } from '../../platform/index.ts';

export const CertificateNotReady = defineRefusal(
  'certificates.not-ready',
  409,
  { zh: '证明正在签发', en: 'The certificate is being signed' },
  { zh: '请过几秒再打开。', en: 'Please open it again in a few seconds.' },
);

export const IssuerChanged = defineRefusal(
  'certificates.issuer-changed',
  409,
  {
    zh: '签发这份证明的密钥已经更换',
    en: 'The key that issued this certificate has been changed',
  },
  {
    zh: '证明仍然有效：请用 PDF 或 JSON，需要这种格式时请换发。',
    en: 'It still holds: use the PDF or the JSON, or have it renewed for this format.',
  },
);

export const LinkForged = defineRefusal(
  'certificates.link-forged',
  422,
  { zh: '这个核验链接不是本区签发的', en: 'This link was not issued by this district' },
  {
    zh: '请重新扫描纸质证明上的二维码；仍不行，请不要采信这份证明。',
    en: 'Scan the code on the paper again; if it still fails, do not rely on that paper.',
  },
);

export const SheetUnreadable = defineRefusal(
  'certificates.sheet-unreadable',
  422,
  { zh: '读不了这个文件', en: 'This file cannot be read' },
  {
    zh: '请上传 .xlsx 文件：第一列证明编号，第二列孩子姓名（可不填）。',
    en: 'Upload an .xlsx file: certificate numbers in the first column, children’s names in the second (optional).',
  },
);

export const NotInThisState = defineRefusal(
  'certificates.not-in-this-state',
  409,
  { zh: '这份证明现在不能这样处理', en: 'This cannot be done with the certificate now' },
  { zh: '请看它现在的状态和经过。', en: 'Look at its state and its history.' },
);

export const ReasonMissing = defineRefusal(
  'certificates.reason-missing',
  422,
  { zh: '请写明原因', en: 'The reason is missing' },
  { zh: '家长会看到这个原因，请写清楚是为什么。', en: 'The family reads it: say plainly why.' },
);

export const RenewalNotDue = defineRefusal(
  'certificates.renewal-not-due',
  409,
  { zh: '还不用换发', en: 'It need not be renewed yet' },
  {
    zh: '到期前 60 天起，或者名册上孩子的姓名改了，才需要换发。',
    en: 'A certificate is renewed in the 60 days before its end, or when the roster names the child otherwise.',
  },
);

const TooFewPoints = defineRefusal(
  'certificates.score-not-reached',
  409,
  { zh: '家庭积分不够', en: 'The family’s points are below the score' },
  { zh: '积分达到要求后再来。', en: 'Come back when the score is reached.' },
);

/** Both in hundredths of a point. */
export function ScoreNotReached(threshold: number, total: number): Refusal {
  return TooFewPoints({
    detail: {
      zh: `现在合计 ${total / 100} 分，要求 ${threshold / 100} 分。`,
      en: `The family has ${total / 100} points; ${threshold / 100} are asked.`,
    },
  });
}
