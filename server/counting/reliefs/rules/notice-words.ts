import type { Words } from '../../../platform/index.ts';

type Decided = 'approved' | 'declined' | 'ended';

/** A few words for a lock screen: not what it is about. */
export const reliefHeading: Readonly<Record<Decided, Words>> = {
  approved: { zh: '学校核准了您的情形', en: 'The school has approved your circumstance' },
  declined: { zh: '学校没有核准您的情形', en: 'The school has not approved your circumstance' },
  ended: { zh: '您的情形不再计入', en: 'Your circumstance no longer counts' },
};

export const reliefWords: Readonly<Record<Decided, Words>> = {
  approved: {
    zh: '成长课时证明对您家的要求因此低一些，“成长”里能看到是多少。',
    en: 'Less is asked of your family for the growth-hours certificate: you see how much under Growth.',
  },
  declined: {
    zh: '原因在“成长”里。有疑问请和班主任说，可以补充情况再登记。',
    en: 'The reason is under Growth. Talk to the class teacher if there is more to say; it can be asked again.',
  },
  ended: {
    zh: '原因在“成长”里。已经拿到的证明不受影响。',
    en: 'The reason is under Growth. Certificates that you have stay as they are.',
  },
};
