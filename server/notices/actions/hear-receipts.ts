import { theProgram, type Who } from '../../directory/index.ts';
import { type Call, type District, NotFound } from '../../platform/index.ts';
import type { WechatEvent } from '../rules/wechat-event.ts';
import { endAddressByText } from '../store/addresses.ts';
import { changeDelivery, endAddress, findByProviderId } from '../store/deliveries.ts';

/** WeChat tells what became of a message, or that somebody follows the account no more. */
export async function hearWechat(
  { database, sealing }: District,
  event: WechatEvent,
  { at }: Call,
): Promise<void> {
  if (event.kind === 'other') return;
  await database.write(theProgram, async (transaction) => {
    if (event.kind === 'unsubscribed') {
      const address = { channel: 'wechat', address: event.openId } as const;
      await endAddressByText(transaction, sealing, address, at);
      return;
    }
    const delivery = await findByProviderId(transaction, 'wechat', event.id);
    if (!delivery) return;
    if (event.status === 'success') {
      await changeDelivery(transaction, delivery.id, { state: 'delivered', at });
      return;
    }
    // "failed:user block": they do not want it there.
    const isBlocked = event.status.includes('user block');
    const error = `${isBlocked ? 'gone' : 'refused'} ${event.status}`;
    await changeDelivery(transaction, delivery.id, { state: 'failed', at, error });
    if (isBlocked && delivery.address_id) {
      await endAddress(transaction, delivery.address_id, 'gone', at);
    }
  });
}

/** The browser of its person has shown a message: it was delivered, not only sent. */
export async function noteShown(
  { database }: District,
  who: Who,
  id: string,
  { at }: Call,
): Promise<void> {
  await database.write(theProgram, async (transaction) => {
    const delivery = await findByProviderId(transaction, 'web-push', id);
    if (delivery?.person_id !== who.person) throw NotFound();
    await changeDelivery(transaction, delivery.id, { state: 'delivered', at });
  });
}
