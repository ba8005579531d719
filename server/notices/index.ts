/**
 * Notices: what people are told, whatever room speaks. One inbox for each person across children and schools; what is
 * done falls silent by itself.
 *
 * May touch: its own tables, the platform, and the directory's doors. Knows no record: a room that has something to say
 * tells it here, with its words, in the transaction of its deed.
 */
export { noticesHoldings } from './about-person.ts';
export type { Channel } from './channels/channel.ts';
export { createChannels } from './channels/index.ts';
export { climbLadder } from './climb-ladder.ts';
export type { NoticesOptions } from './door-options.ts';
export { learnAddresses } from './learn-addresses.ts';
export { noticesRoutes } from './routes.ts';
export { collectReceipts, sendDue } from './send-due.ts';
export { listNoticesOf } from './store/notices.ts';
export type { Urgency } from './tables.ts';
export { type NewNotice, settle, type Told, tell } from './tell.ts';
