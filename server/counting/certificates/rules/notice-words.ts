import type { Words } from '../../../platform/index.ts';

/** What families are told of their certificate. */
export type CertificateNotice = 'issued' | 'suspended' | 'reinstated' | 'revoked';

/** A few words for a lock screen. */
export const certificateHeading: Readonly<Record<CertificateNotice, Words>> = {
  issued: { zh: '成长课时证明已签发', en: 'A certificate has been issued' },
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
  suspended: {
    zh: '有积分被更正，现在低于要求，成长课时证明暂停使用。补足积分后自动恢复；有疑问请看原因或问班主任。',
    en: 'Points were corrected and are below the score now: the certificate is suspended. It comes back by itself when the score is reached again; look at the reason, or ask the class teacher.',
  },
  reinstated: {
    zh: '积分重新达到要求，成长课时证明恢复有效。',
    en: 'The points reach the score again: the certificate is valid again.',
  },
  revoked: {
    zh: '成长课时证明已撤销，不能再使用。原因见证明页面。',
    en: 'The certificate was revoked and cannot be used any more. Its page says why.',
  },
};
