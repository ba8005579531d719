import type { Channel, Message } from '../channels/channel.ts';
import type { OutsideChannel } from '../tables.ts';

export interface FakeChannel extends Channel {
  /** What it was given, in order. */
  readonly given: { readonly address: string; readonly message: Message }[];
  /** What it does with the next ones: nothing is thrown while null. */
  failure: Error | null;
}

/** A way out of the house that keeps what it is given: for tests of what decides, not of a protocol. */
export function fakeChannel(name: OutsideChannel): FakeChannel {
  const channel: FakeChannel = {
    name,
    given: [],
    failure: null,
    async send(address, message) {
      channel.given.push({ address, message });
      if (channel.failure) throw channel.failure;
      return { providerId: `${name}-${message.id}` };
    },
  };
  return channel;
}
