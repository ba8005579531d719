import { defineRefusal } from '../../platform/index.ts';

export const CertificateNotReady = defineRefusal(
  'certificates.not-ready',
  409,
  { zh: '证明正在签发', en: 'The certificate is being signed' },
  { zh: '请过几秒再打开。', en: 'Please open it again in a few seconds.' },
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
