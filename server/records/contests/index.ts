/**
 * What families contest (2.4.1): an entry that is wrong or missing, a certificate out of use; answered by the host in
 * time, else decided by the district, with reasons.
 *
 * May touch: its own tables and files, and the doors of the activities, the facts, the notices, the directory and the
 * plan. Certificates are counted: whoever registers its routes tells of them.
 */
export { contestsHoldings } from './about-person.ts';
export type { AppealedCertificate, ContestsOptions } from './door-options.ts';
export { passDeadlines } from './pass-deadlines.ts';
export { contestsRoutes } from './routes.ts';
