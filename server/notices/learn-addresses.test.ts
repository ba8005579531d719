import { beforeAll, beforeEach, expect, test } from 'vitest';
import { newPhone } from '../platform/sign-in/testing/at-the-door.ts';
import { type Asking, makeTestApp, type TestApp } from '../testing/test-app.ts';
import type { AddressByPhone } from './channels/channel.ts';
import { learnAddresses } from './index.ts';
import { fakeChannel } from './testing/fake-channel.ts';

let here: TestApp;
let book: AddressByPhone[];

beforeAll(async () => {
  here = await makeTestApp();
});
beforeEach(() => {
  book = [];
});

const learn = () => {
  const wecom = {
    ...fakeChannel('wecom'),
    async *addressesByPhone() {
      yield book;
    },
  };
  return learnAddresses(here.district, [fakeChannel('sms'), wecom]);
};

interface Own {
  readonly id: string;
  readonly channel: string;
  readonly label: string;
}
const own = async (asking: Asking): Promise<Own[]> =>
  (await asking.get('/api/v1/me/reminders')).json().addresses;

async function carer(phone = newPhone()) {
  const person = await here.people.adult('李梅', phone);
  return { person, phone, asking: await here.as(person) };
}

test('who is in the school’s address book by their phone is told there, without binding anything', async () => {
  const { phone, asking } = await carer();
  book = [
    { address: 'mei', phone },
    { address: 'somebody', phone: newPhone() },
  ];
  expect(await learn()).toBe(1);
  expect(await learn()).toBe(1);
  expect(await own(asking)).toMatchObject([{ channel: 'wecom', label: '企业微信' }]);
});

test('who took the address away does not get it back', async () => {
  const { phone, asking } = await carer();
  book = [{ address: 'gang', phone }];
  await learn();
  const [address] = await own(asking);
  await asking.delete(`/api/v1/me/addresses/${address?.id}`);
  expect(await learn()).toBe(0);
  expect(await own(asking)).toEqual([]);
});

test('a phone that two people gave says nothing of either', async () => {
  const one = await carer();
  const other = await carer(one.phone);
  book = [{ address: 'shared', phone: one.phone }];
  expect(await learn()).toBe(0);
  expect([...(await own(one.asking)), ...(await own(other.asking))]).toEqual([]);
});
