import type { Allowance } from '../../platform/index.ts';

/** Each check costs signatures. An admissions hall of twenty desks that scan one paper in five seconds fits. */
export const CHECKS_BY_NETWORK: Allowance = {
  name: 'certificate-checks-by-network',
  most: 2400,
  seconds: 10 * 60,
};
