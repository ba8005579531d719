import type { Words } from '../../platform/index.ts';

export const certificateStates = ['due', 'valid', 'suspended', 'revoked'] as const;
export type CertificateState = (typeof certificateStates)[number];

/** What the family's points ask for, given where the certificate stands. Server, page and test read this. */
export const certificateStateTable: Readonly<
  Record<CertificateState, { name: Words; below: CertificateState; reached: CertificateState }>
> = {
  due: { name: { zh: '正在签发', en: 'Being issued' }, below: 'suspended', reached: 'due' },
  valid: { name: { zh: '有效', en: 'Valid' }, below: 'suspended', reached: 'valid' },
  suspended: { name: { zh: '暂停', en: 'Suspended' }, below: 'suspended', reached: 'valid' },
  revoked: { name: { zh: '已撤销', en: 'Revoked' }, below: 'revoked', reached: 'revoked' },
};
