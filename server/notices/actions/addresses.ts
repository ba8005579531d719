import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { readerOf, theProgram, type Who } from '../../directory/index.ts';
import {
  BadRequest,
  type Call,
  type District,
  limited,
  NotAllowed,
  NotFound,
  type Sealing,
  take,
  type WriteTransaction,
} from '../../platform/index.ts';
import { NotSent } from '../channels/channel.ts';
import type { Letter } from '../channels/mail.ts';
import { isPushService, type PushSubscription } from '../channels/web-push.ts';
import {
  MAIL_CODES_A_DAY,
  MINUTES_A_MAIL_CODE_LASTS,
  MOST_ADDRESSES,
  TRIES_A_MAIL_CODE,
} from '../limits.ts';
import { MailCodesTooOften, MailCodeWrong, MailNotSent, TooManyAddresses } from '../refusals.ts';
import {
  ADDRESS,
  addAddress,
  endOwnAddress,
  listOwnAddresses,
  type NewAddress,
} from '../store/addresses.ts';

/** A browser that shows notices even when the app is closed. Whoever holds it proves it by holding it. */
export async function subscribeBrowser(
  district: District,
  who: Who,
  asked: { subscription: PushSubscription; label: string; pushHosts: readonly string[] },
  { at }: Call,
): Promise<{ id: string }> {
  const { endpoint, keys } = asked.subscription;
  if (!isPushService(endpoint, asked.pushHosts)) throw unknownService();
  const address = JSON.stringify({ endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } });
  const { label } = asked;
  return add(district, who, { channel: 'web-push', address, label }, at);
}

/** One's own address, proven elsewhere. */
export async function add(
  district: District,
  who: Who,
  address: Omit<NewAddress, 'person'>,
  at: Date,
): Promise<{ id: string }> {
  if (who.kind !== 'adult') throw NotAllowed();
  return district.database.write(theProgram, async (transaction) => {
    const own = await listOwnAddresses(transaction, who.person);
    if (own.length >= MOST_ADDRESSES) throw TooManyAddresses();
    const fresh = { ...address, person: who.person };
    return { id: await addAddress(transaction, district.sealing, fresh, at) };
  });
}

export async function removeAddress(
  district: District,
  who: Who,
  id: string,
  { at }: Call,
): Promise<void> {
  const had = await district.database.write(readerOf(who), (transaction) =>
    endOwnAddress(transaction, who.person, id, at),
  );
  if (!had) throw NotFound();
}

/** Sends a code to a mail address that somebody says is theirs; nothing goes there before they give it back. */
export async function askForMail(
  district: District,
  who: Who,
  { address, post }: { address: string; post: (letter: Letter) => Promise<void> },
  { at, language }: Call,
): Promise<void> {
  if (who.kind !== 'adult') throw NotAllowed();
  const { sealing, database } = district;
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await database.write(theProgram, async (transaction) => {
    const { allowed } = await take(transaction, MAIL_CODES_A_DAY, limited(sealing, who.person), at);
    if (!allowed) throw MailCodesTooOften();
    await keepProof(transaction, sealing, { person: who.person, address, code, at });
  });
  try {
    await post({ to: address, ...letterOf(code, language) });
  } catch (error) {
    if (!(error instanceof NotSent)) throw error;
    throw MailNotSent();
  }
}

/** The code was given back: the address is theirs. */
export async function confirmMail(
  district: District,
  who: Who,
  code: string,
  { at }: Call,
): Promise<{ id: string }> {
  const { sealing, database } = district;
  const address = await database.write(theProgram, async (transaction) => {
    const { rows } = await sql<{ address_sealed: Buffer; code_hash: Buffer }>`
      update notice_address_proofs set tries = tries + 1
       where person_id = ${who.person} and expires_at > ${at} and tries < ${TRIES_A_MAIL_CODE}
      returning address_sealed, code_hash`.execute(transaction);
    const [proof] = rows;
    if (!proof) return undefined;
    const given = sealing.open(ADDRESS, proof.address_sealed);
    const hash = hashOf(sealing, { person: who.person, address: given, code });
    return timingSafeEqual(hash, proof.code_hash) ? given : undefined;
  });
  if (address === undefined) throw MailCodeWrong();
  const added = await add(district, who, { channel: 'email', address, label: masked(address) }, at);
  await database.write(readerOf(who), (transaction) =>
    transaction.deleteFrom('notice_address_proofs').where('person_id', '=', who.person).execute(),
  );
  return added;
}

interface Proof {
  readonly person: string;
  readonly address: string;
  readonly code: string;
}

async function keepProof(
  transaction: WriteTransaction,
  sealing: Sealing,
  { at, ...proof }: Proof & { readonly at: Date },
): Promise<void> {
  const row = {
    address_sealed: sealing.seal(ADDRESS, proof.address),
    code_hash: hashOf(sealing, proof),
    expires_at: new Date(at.getTime() + MINUTES_A_MAIL_CODE_LASTS * 60_000),
    tries: 0,
  };
  await transaction
    .insertInto('notice_address_proofs')
    .values({ person_id: proof.person, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute();
}

function hashOf(sealing: Sealing, { person, address, code }: Proof): Buffer {
  return createHmac('sha256', sealing.key('mail code'))
    .update(`${person} ${address} ${code}`)
    .digest();
}

function letterOf(code: string, language: Call['language']): Pick<Letter, 'subject' | 'text'> {
  return language === 'en'
    ? {
        subject: `Gongyu: your code is ${code}`,
        text: `Your code is ${code}, good for ${MINUTES_A_MAIL_CODE_LASTS} minutes.\n\nIf you did not ask for it, do nothing.\n`,
      }
    : {
        subject: `共育：验证码 ${code}`,
        text: `您的验证码是 ${code}，${MINUTES_A_MAIL_CODE_LASTS} 分钟内有效。\n\n不是您本人操作，请不用理会。\n`,
      };
}

/** l***@example.org */
function masked(address: string): string {
  const [name = '', domain = ''] = address.split('@');
  return `${name.slice(0, 1)}***@${domain}`;
}

function unknownService() {
  return BadRequest({
    fields: [
      {
        field: 'endpoint',
        reason: {
          zh: '不认识这个浏览器的推送服务，请换微信、短信或邮件提醒',
          en: 'This browser’s push service is not known here: choose another way',
        },
      },
    ],
  });
}
