import type { Words } from '../../platform/index.ts';

export const certificateStates = [
  'due',
  'valid',
  'suspended',
  'contested',
  'ended',
  'revoked',
  'replaced',
] as const;
export type CertificateState = (typeof certificateStates)[number];

/** What people may do with the present certificate of a child. */
export const certificateActions = ['renew', 'contest', 'lift', 'revoke', 'reissue'] as const;
export type CertificateAction = (typeof certificateActions)[number];

interface StateRow {
  readonly name: Words;
  /** What the family's points ask for, given where the certificate stands. */
  readonly below: CertificateState;
  readonly reached: CertificateState;
  /** The status list in which anyone finds it. */
  readonly listed: 'revocation' | 'suspension' | null;
  readonly actions: readonly CertificateAction[];
}

/** Server, page and test read this. */
export const certificateStateTable: Readonly<Record<CertificateState, StateRow>> = {
  due: {
    name: { zh: '正在签发', en: 'Being issued' },
    ...{ below: 'suspended', reached: 'due', listed: null, actions: [] },
  },
  valid: {
    name: { zh: '有效', en: 'Valid' },
    ...{ below: 'suspended', reached: 'valid', listed: null },
    actions: ['renew', 'contest', 'revoke', 'reissue'],
  },
  suspended: {
    name: { zh: '暂停', en: 'Suspended' },
    ...{ below: 'suspended', reached: 'valid', listed: 'suspension' },
    actions: ['contest', 'revoke'],
  },
  // A person took it out of use; only a person gives it back, whatever the points say meanwhile.
  contested: {
    name: { zh: '核查中，暂停', en: 'Suspended, being looked into' },
    ...{ below: 'contested', reached: 'contested', listed: 'suspension' },
    actions: ['lift', 'revoke'],
  },
  // Once the family stands above what is asked now, it is renewed: another certificate takes its place.
  ended: {
    name: { zh: '已到期', en: 'Ended' },
    ...{ below: 'ended', reached: 'ended', listed: null, actions: ['renew', 'revoke'] },
  },
  revoked: {
    name: { zh: '已撤销', en: 'Revoked' },
    ...{ below: 'revoked', reached: 'revoked', listed: 'revocation', actions: ['reissue'] },
  },
  replaced: {
    name: { zh: '已换发新证明', en: 'Replaced' },
    ...{ below: 'replaced', reached: 'replaced', listed: 'revocation', actions: [] },
  },
};

/** The states in which a certificate stands in the list of that purpose. */
export function statesListedFor(purpose: 'revocation' | 'suspension'): CertificateState[] {
  return certificateStates.filter((state) => certificateStateTable[state].listed === purpose);
}
