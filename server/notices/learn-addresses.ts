import { peopleOfPhones, theProgram } from '../directory/index.ts';
import type { District } from '../platform/index.ts';
import type { AddressByPhone, Channel } from './channels/channel.ts';
import { addAddress, hasTakenBack } from './store/addresses.ts';

/** How such an address is called in a person's own list. */
const labels = { wecom: '企业微信' } as const;

/**
 * Some providers know families by their phones, as the school's own address book of WeCom does: nobody has to bind
 * anything. Gives how many such addresses our people have now. Who took an address away does not get it back, and a
 * phone that several people gave is left alone. A step of the background, once a day.
 */
export async function learnAddresses(
  district: District,
  channels: readonly Channel[],
): Promise<number> {
  let known = 0;
  for (const channel of channels) {
    if (channel.name !== 'wecom' || !channel.addressesByPhone) continue;
    for await (const some of channel.addressesByPhone()) {
      known += await keep(district, channel.name, some);
    }
  }
  return known;
}

async function keep(
  { database, sealing, clock }: District,
  channel: 'wecom',
  some: readonly AddressByPhone[],
): Promise<number> {
  return database.write(theProgram, async (transaction) => {
    const phones = some.map(({ phone }) => phone);
    const people = await peopleOfPhones(transaction, sealing, phones);
    let kept = 0;
    for (const { phone, address } of some) {
      const person = people.get(phone);
      if (person === undefined) continue;
      if (await hasTakenBack(transaction, sealing, { person, channel, address })) continue;
      const label = labels[channel];
      await addAddress(transaction, sealing, { person, channel, address, label }, clock());
      kept += 1;
    }
    return kept;
  });
}
