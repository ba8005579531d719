import type { Words } from '../../../platform/index.ts';

/** What families are told of their certificate. */
export type CertificateNotice =
  | 'issued'
  | 'replaced'
  | 'suspended'
  | 'reinstated'
  | 'contested'
  | 'ended'
  | 'revoked';

/** A few words for a lock screen. */
export const certificateHeading: Readonly<Record<CertificateNotice, Words>> = {
  issued: { zh: '成长课时证明已签发', en: 'A certificate has been issued' },
  replaced: { zh: '成长课时证明已换发', en: 'A new certificate takes the old one’s place' },
  contested: {
    zh: '成长课时证明核查中，暂停使用',
    en: 'A certificate is suspended while it is looked into',
  },
  ended: { zh: '成长课时证明已到期', en: 'A certificate has come to its end' },
  suspended: { zh: '成长课时证明暂停了', en: 'A certificate is suspended' },
  reinstated: { zh: '成长课时证明恢复有效', en: 'A certificate is valid again' },
  revoked: { zh: '成长课时证明已撤销', en: 'A certificate was revoked' },
};

/** What is said, and what to do next. */
export const certificateWords: Readonly<Record<CertificateNotice, Words>> = {
  issued: {
    zh: '积分已达到要求，成长课时证明签发好了，可以查看、下载和打印。',
    en: 'The points reach the score: the growth-hours certificate is issued. You can see, download and print it.',
  },
  replaced: {
    zh: '新的成长课时证明签发好了，请用新的；旧证明不再有效。两份都在“我的证明”里。',
    en: 'The new growth-hours certificate is issued: please use it. The old one is no longer valid. You find both among your certificates.',
  },
  contested: {
    zh: '区里正在核查这份成长课时证明，核查期间不能使用。原因见证明页面，有疑问可按页面上的地址申诉。',
    en: 'The district is looking into this growth-hours certificate; until that is done it cannot be used. Its page says why, and where to appeal.',
  },
  ended: {
    zh: '成长课时证明有效期已满，积分还没达到现在的要求。达到后会自动换发新的，不用申请。',
    en: 'The growth-hours certificate has come to its end, and the points are below what is asked now. Once they reach it a new one comes by itself.',
  },
  suspended: {
    zh: '有积分被更正，现在低于要求，成长课时证明暂停使用。补足积分后自动恢复；有疑问请看原因或问班主任。',
    en: 'Points were corrected and are below the score now: the certificate is suspended. It comes back by itself when the score is reached again; look at the reason, or ask the class teacher.',
  },
  reinstated: {
    zh: '成长课时证明恢复有效，可以继续使用。',
    en: 'The certificate is valid again and can be used.',
  },
  revoked: {
    zh: '成长课时证明已撤销，不能再使用。原因见证明页面，有疑问可按页面上的地址申诉。',
    en: 'The certificate was revoked and cannot be used any more. Its page says why, and where to appeal.',
  },
};
