import type { Allowance } from '../../platform/index.ts';

/** Each check costs signatures. An admissions hall of twenty desks that scan one paper in five seconds fits. */
export const CHECKS_BY_NETWORK: Allowance = {
  name: 'certificate-checks-by-network',
  most: 2400,
  seconds: 10 * 60,
};

/** Of one system: 10,000 certificates a minute are ten requests; one that runs wild is slowed down. */
export const CALLS_BY_CLIENT: Allowance = {
  name: 'certificate-calls-by-client',
  most: 60,
  seconds: 60,
};

/** Certificates that an admissions system may ask about at once. */
export const MOST_IN_A_BULK_REQUEST = 1000;

/** A thousand whole credentials, which have 3.5 kB each. */
export const BYTES_OF_A_BULK_REQUEST = 8 * 1024 * 1024;
