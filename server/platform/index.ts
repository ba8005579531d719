/**
 * The ground that every room stands on: database, HTTP, clock, ids, sealing, settings.
 *
 * Knows no word of education and imports no other room. What a room adds to a district (its plan, its
 * tables) it declares itself, by merging into `District` and `Tables`.
 */

export { type Allowance, guardPublicRoutes, limited, networkOf, take } from './allowances/index.ts';
export type { Call } from './call.ts';
export type {
  ChannelSettings,
  MailSetting,
  WechatSetting,
  WecomSetting,
} from './channel-settings.ts';
export { type Clock, fixedClock, systemClock } from './clock.ts';
export * from './database/index.ts';
export type { District } from './district.ts';
export { Gather } from './gather.ts';
export { defineHolding, type Held, type Holding } from './holding.ts';
export * from './http/index.ts';
export { newId } from './ids.ts';
export {
  createMessages,
  createTextNotices,
  MessageNotSent,
  type Messages,
  type TextNotices,
} from './messages/index.ts';
export { PublicError } from './public-error.ts';
export { createSealing, type Sealing } from './sealing/index.ts';
export {
  endSecretAddress,
  findSecretAddress,
  makeSecretAddress,
  personBehind,
  secretAddressHoldings,
} from './secret-addresses/index.ts';
export {
  type DistrictSetting,
  type Mode,
  readSettings,
  type Settings,
  type SmsSetting,
} from './settings.ts';
export * from './sign-in/index.ts';
export type { Language, Words } from './words.ts';
