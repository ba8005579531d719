import type { ChannelSettings, District } from '../platform/index.ts';
import type { Channel } from './channels/channel.ts';

/** What the table of contents gives this room; without it notices stay in the app. */
export interface NoticesOptions {
  /** The ways out of the house. */
  readonly channelsOf: (district: District) => readonly Channel[];
  readonly settings?: ChannelSettings | undefined;
}
