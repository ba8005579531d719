import { sql } from 'kysely';
import type { WriteTransaction } from '../../platform/index.ts';
import type { DeliveryRow, OutsideChannel } from '../tables.ts';

/** A message with all that sending it needs. */
export interface DueDelivery
  extends Pick<
    DeliveryRow,
    'id' | 'person_id' | 'channel' | 'is_digest' | 'tries' | 'address_id' | 'notice_ids'
  > {
  readonly address_sealed: Buffer | null;
}

/** Takes messages to send and holds them for a while, so that nobody else sends them and a crash loses none. */
export async function claimDeliveries(
  transaction: WriteTransaction,
  {
    channels,
    at,
    until,
    most,
  }: { channels: OutsideChannel[]; at: Date; until: Date; most: number },
): Promise<DueDelivery[]> {
  const { rows } = await sql<DueDelivery>`
    update notice_deliveries as taken set next_try_at = ${until}, tries = tries + 1
      from (select id from notice_deliveries
             where state = 'queued' and next_try_at <= ${at} and channel = any(${channels}::text[])
             order by next_try_at limit ${most}
               for update skip locked) as due
     where taken.id = due.id
    returning taken.id, person_id, channel, is_digest, tries, address_id, notice_ids,
              (select address_sealed from notice_addresses
                where notice_addresses.id = address_id and ended_at is null)`.execute(transaction);
  return rows;
}

/** How a message goes on or ended. */
export interface DeliveryChange {
  readonly state: DeliveryRow['state'];
  readonly at: Date;
  readonly nextTryAt?: Date;
  readonly providerId?: string | null;
  readonly error?: string;
}

/**
 * Writes it down, and has the ladder look at the notices at once where something changed for them. What has ended by a
 * receipt meanwhile stays as it is.
 */
export async function changeDelivery(
  transaction: WriteTransaction,
  id: string,
  { state, at, nextTryAt, providerId, error }: DeliveryChange,
): Promise<void> {
  const isOver = state !== 'queued' && state !== 'sent';
  await sql`
    with changed as (
      update notice_deliveries
         set state = ${state}, next_try_at = coalesce(${nextTryAt ?? null}, next_try_at),
             provider_id = coalesce(${providerId ?? null}, provider_id),
             error = coalesce(${error ?? null}, error),
             sent_at = case when ${state} = 'sent' then ${at}::timestamptz else sent_at end,
             ended_at = ${isOver ? at : null}
       where id = ${id} and state in ('queued', 'sent')
      returning notice_ids)
    update notices set next_at = ${at}
      from changed
     where notices.id = any(changed.notice_ids) and ${state} <> 'queued'
       and done_at is null and read_at is null`.execute(transaction);
}

/** Messages whose receipt is to be asked for now. */
export async function claimAwaited(
  transaction: WriteTransaction,
  {
    channels,
    at,
    until,
    since,
    most,
  }: {
    channels: OutsideChannel[];
    at: Date;
    until: Date;
    since: Date;
    most: number;
  },
): Promise<(DueDelivery & { readonly provider_id: string; readonly sent_at: Date })[]> {
  const { rows } = await sql<DueDelivery & { provider_id: string; sent_at: Date }>`
    update notice_deliveries as taken set next_try_at = ${until}
      from (select id from notice_deliveries
             where state = 'sent' and next_try_at <= ${at} and provider_id is not null
               and channel = any(${channels}::text[]) and sent_at > ${since}
             order by next_try_at limit ${most}
               for update skip locked) as due
     where taken.id = due.id
    returning taken.id, person_id, channel, is_digest, tries, address_id, notice_ids, provider_id, sent_at,
              (select address_sealed from notice_addresses
                where notice_addresses.id = address_id) as address_sealed`.execute(transaction);
  return rows;
}

/** The message that a provider's receipt speaks of; undefined for one that is not ours. */
export async function findByProviderId(
  transaction: WriteTransaction,
  channel: OutsideChannel,
  providerId: string,
): Promise<{ id: string; person_id: string; address_id: string | null } | undefined> {
  const { rows } = await sql<{ id: string; person_id: string; address_id: string | null }>`
    select id, person_id, address_id from notice_deliveries
     where channel = ${channel} and provider_id = ${providerId}`.execute(transaction);
  return rows[0];
}

/** What a message says, of the notices that still speak; and how many else are unread. */
export async function listSpoken(
  transaction: WriteTransaction,
  deliveries: readonly Pick<DueDelivery, 'id' | 'person_id' | 'is_digest' | 'notice_ids'>[],
): Promise<Map<string, Spoken[]>> {
  const { rows } = await sql<Spoken & { delivery: string }>`
    select asked.id as delivery, notice.*
      from jsonb_to_recordset(${JSON.stringify(deliveries)}::jsonb)
        as asked (id uuid, person_id uuid, is_digest boolean, notice_ids uuid[])
      cross join lateral (
        select id, heading, link, urgency, asks, made_at from notices
         where person_id = asked.person_id and done_at is null and read_at is null
           and (asked.is_digest or id = any(asked.notice_ids))) as notice
     order by asks desc, urgency, made_at desc`.execute(transaction);
  return Map.groupBy(rows, ({ delivery }) => delivery);
}

/** The most urgent first. */
export interface Spoken {
  readonly heading: { readonly zh: string; readonly en: string };
  readonly link: string | null;
  readonly urgency: 'at-once' | 'daily';
  readonly made_at: Date;
}

export async function endAddress(
  transaction: WriteTransaction,
  id: string,
  because: 'by-person' | 'gone' | 'moved',
  at: Date,
): Promise<void> {
  await sql`
    update notice_addresses set ended_at = ${at}, ended_because = ${because}
     where id = ${id} and ended_at is null`.execute(transaction);
}
