/**
 * The ways in that need more care (2.2.1, 2.2.4): phones that scan without network, what they bring back and what of
 * it a person must decide; the code on the hall's screen, bound to one phone a person; the
 * sheet that comes back from paper.
 *
 * May touch: its own tables and the activities' door, which alone writes attendance; the directory for names.
 */
export { doorHoldings } from './about-person.ts';
export { doorRoutes } from './routes.ts';
export { listSharedPhones, listUsesOfPhone, type PhoneUse } from './store/shared-phones.ts';
