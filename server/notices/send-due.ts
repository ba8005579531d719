import { type ReachablePerson, reachablePeople, theProgram } from '../directory/index.ts';
import type { District } from '../platform/index.ts';
import { type Channel, type Message, NotSent, type Sent } from './channels/channel.ts';
import {
  BACK_OFF_MS,
  CLAIM_MS,
  MOST_SENT_AT_ONCE,
  RECEIPT_EVERY_MS,
  RECEIPT_FOR_MS,
} from './limits.ts';
import { messageHeading } from './rules/message-words.ts';
import { ADDRESS } from './store/addresses.ts';
import {
  changeDelivery,
  claimAwaited,
  claimDeliveries,
  type DeliveryChange,
  type DueDelivery,
  endAddress,
  listSpoken,
  type Spoken,
} from './store/deliveries.ts';

/**
 * Sends what the ladder asked for. A message is taken, sent outside of any transaction, and what became of it written
 * down: a crash in between sends it again, under the same id. A step of the background; gives how many it took.
 */
export async function sendDue(district: District, channels: readonly Channel[]): Promise<number> {
  if (channels.length === 0) return 0;
  const at = district.clock();
  const { taken, spoken, people } = await district.database.write(
    theProgram,
    async (transaction) => {
      const taken = await claimDeliveries(transaction, {
        channels: channels.map(({ name }) => name),
        at,
        until: new Date(at.getTime() + CLAIM_MS),
        most: MOST_SENT_AT_ONCE,
      });
      const people = taken.map(({ person_id }) => person_id);
      return {
        taken,
        spoken: await listSpoken(transaction, taken),
        people: await reachablePeople(transaction, district, people),
      };
    },
  );
  await Promise.all(
    taken.map(async (delivery) => {
      const channel = channels.find(({ name }) => name === delivery.channel) as Channel;
      const person = people.get(delivery.person_id);
      const change = await send(district, channel, delivery, spoken.get(delivery.id), person);
      await record(district, delivery, change);
    }),
  );
  return taken.length;
}

async function send(
  district: District,
  channel: Channel,
  delivery: DueDelivery,
  spoken: readonly Spoken[] = [],
  person: ReachablePerson | undefined,
): Promise<DeliveryChange> {
  const at = district.clock();
  // Read or done meanwhile: silence.
  if (spoken.length === 0 || !person) return { state: 'expired', at };
  const address = addressOf(district, delivery, person);
  if (!address) return { state: 'failed', at, error: 'gone no-address' };
  try {
    const sent = await channel.send(address, messageOf(district, delivery, spoken, person));
    return changeOfSent(sent, at);
  } catch (error) {
    return changeOfFailure(error, delivery.tries, at);
  }
}

function messageOf(
  { publicUrl }: District,
  { id, is_digest }: DueDelivery,
  spoken: readonly Spoken[],
  { language }: ReachablePerson,
): Message {
  const [first] = spoken;
  return {
    id,
    language,
    heading: messageHeading(spoken, language),
    url: publicUrl + addressIn((spoken.length === 1 && first?.link) || '/notices'),
    at: first?.made_at ?? new Date(),
    isUrgent: !is_digest && first?.urgency === 'at-once',
  };
}

/** A link leads into the carer's app, unless it names the desk. */
function addressIn(link: string): string {
  return link.startsWith('/desk/') ? link : `/app${link}`;
}

function addressOf(
  { sealing }: District,
  { channel, address_sealed }: Pick<DueDelivery, 'channel' | 'address_sealed'>,
  { phone }: ReachablePerson,
): string | undefined {
  if (channel === 'sms') return phone;
  return address_sealed ? sealing.open(ADDRESS, address_sealed) : undefined;
}

function changeOfSent({ providerId }: Sent, at: Date): DeliveryChange {
  const nextTryAt = new Date(at.getTime() + RECEIPT_EVERY_MS);
  return { state: 'sent', at, providerId, nextTryAt };
}

/** A provider that is down is asked again for a while; one that says no is believed. */
function changeOfFailure(error: unknown, tries: number, at: Date): DeliveryChange {
  // What nobody foresaw is told to the operator; the message is taken again, and given up like any other.
  if (!(error instanceof NotSent)) {
    if (tries <= BACK_OFF_MS.length) throw error;
    return { state: 'failed', at, error: `refused ${String(error)}` };
  }
  const text = `${error.why} ${error.message}`;
  const wait = error.why === 'later' ? BACK_OFF_MS[tries - 1] : undefined;
  if (wait === undefined) return { state: 'failed', at, error: text };
  return { state: 'queued', at, nextTryAt: new Date(at.getTime() + wait), error: text };
}

async function record(
  district: District,
  { id, address_id }: Pick<DueDelivery, 'id' | 'address_id'>,
  change: DeliveryChange,
): Promise<void> {
  await district.database.write(theProgram, async (transaction) => {
    await changeDelivery(transaction, id, change);
    const isGone = change.state === 'failed' && change.error?.startsWith('gone ');
    if (isGone && address_id) await endAddress(transaction, address_id, 'gone', change.at);
  });
}

/** Asks providers that do not tell by themselves what became of messages. Gives how many it learnt of. */
export async function collectReceipts(
  district: District,
  channels: readonly Channel[],
): Promise<number> {
  const asking = channels.filter(({ receiptOf }) => receiptOf);
  if (asking.length === 0) return 0;
  const at = district.clock();
  const { awaited, people } = await district.database.write(theProgram, async (transaction) => {
    const awaited = await claimAwaited(transaction, {
      channels: asking.map(({ name }) => name),
      at,
      until: new Date(at.getTime() + RECEIPT_EVERY_MS),
      since: new Date(at.getTime() - RECEIPT_FOR_MS),
      most: MOST_SENT_AT_ONCE,
    });
    const ids = awaited.map(({ person_id }) => person_id);
    return { awaited, people: await reachablePeople(transaction, district, ids) };
  });
  let learnt = 0;
  for (const message of awaited) {
    const person = people.get(message.person_id);
    const address = person && addressOf(district, message, person);
    const channel = asking.find(({ name }) => name === message.channel);
    if (!address || !channel?.receiptOf) continue;
    const { provider_id: providerId, sent_at: sentAt } = message;
    const receipt = await channel
      .receiptOf({ providerId, address, sentAt })
      .catch((error: unknown) => {
        // It is asked again; that no receipt comes at all is what the ladder reckons with.
        if (error instanceof NotSent) return { state: 'none-yet' } as const;
        throw error;
      });
    if (receipt.state === 'none-yet') continue;
    learnt += 1;
    await record(district, message, {
      state: receipt.state,
      at,
      ...(receipt.state === 'failed' && { error: `refused ${receipt.code}` }),
    });
  }
  return learnt;
}
