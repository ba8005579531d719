import { sql } from 'kysely';
import { newId, type ReadTransaction, type WriteTransaction } from '../../platform/index.ts';
import type { ChannelEnd } from '../rules/resting.ts';
import type { AddressRow, DeliveryState, NoticeRow, OutsideChannel, WishesRow } from '../tables.ts';

/** One round at a time for a district: two programs would send two digests. */
export async function holdLadder(transaction: WriteTransaction): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('notices ladder'), hashtext(current_schema())) as held
  `.execute(transaction);
  return rows[0]?.held ?? false;
}

export type DueNotice = NoticeRow & { readonly is_listed: boolean };

/** All that is due of the people whose notices wait longest: a person's digest is one message. */
export async function takeDueNotices(
  transaction: WriteTransaction,
  at: Date,
  mostNotices: number,
): Promise<DueNotice[]> {
  const { rows } = await sql<DueNotice>`
    with due as (
      select distinct person_id
        from (select person_id from notices where next_at <= ${at}
               order by next_at limit ${mostNotices}) as longest)
    select notices.*, exists (select from notice_calls where notice_id = notices.id) as is_listed
      from due join notices using (person_id)
     where next_at <= ${at}
     order by person_id, made_at, id
       for update of notices`.execute(transaction);
  return rows;
}

export async function listWishes(
  transaction: ReadTransaction,
  people: readonly string[],
): Promise<WishesRow[]> {
  const { rows } = await sql<WishesRow>`
    select * from notice_wishes where person_id = any(${people}::uuid[])`.execute(transaction);
  return rows;
}

export type OpenAddress = Pick<AddressRow, 'id' | 'person_id' | 'channel'>;

/** The newest open address of each channel. */
export async function listOpenAddresses(
  transaction: ReadTransaction,
  people: readonly string[],
): Promise<OpenAddress[]> {
  const { rows } = await sql<OpenAddress>`
    select distinct on (person_id, channel) id, person_id, channel from notice_addresses
     where person_id = any(${people}::uuid[]) and ended_at is null
     order by person_id, channel, made_at desc, id desc`.execute(transaction);
  return rows;
}

export interface AttemptOf {
  readonly notice: string;
  readonly channel: OutsideChannel;
  readonly state: DeliveryState;
  readonly at: Date;
}

/** What was tried for these notices, in the order of trying. */
export async function listAttempts(
  transaction: ReadTransaction,
  notices: readonly Pick<NoticeRow, 'id' | 'person_id' | 'made_at'>[],
): Promise<AttemptOf[]> {
  const { rows } = await sql<AttemptOf>`
    select asked.id as notice, channel, state, coalesce(sent_at, made_at) as at
      from unnest(${notices.map(({ id }) => id)}::uuid[],
                  ${notices.map(({ person_id }) => person_id)}::uuid[],
                  ${notices.map(({ made_at }) => made_at)}::timestamptz[])
        as asked (id, person_id, told_at)
      cross join lateral (
        select channel, state, sent_at, made_at from notice_deliveries
         where person_id = asked.person_id and made_at >= told_at and asked.id = any(notice_ids)) as tried
     order by at`.execute(transaction);
  return rows;
}

/** How the last messages of each channel ended, the newest first. */
export async function listChannelEnds(
  transaction: ReadTransaction,
  channels: readonly OutsideChannel[],
  since: Date,
  most: number,
): Promise<Map<OutsideChannel, ChannelEnd[]>> {
  const { rows } = await sql<ChannelEnd & { channel: OutsideChannel }>`
    select asked.channel, ended."hasFailed", ended.at
      from unnest(${channels}::text[]) as asked (channel)
      cross join lateral (
        select state = 'failed' as "hasFailed", coalesce(ended_at, sent_at) as at
          from notice_deliveries
         where channel = asked.channel and made_at > ${since}
           and (state in ('sent', 'delivered') or state = 'failed' and error not like 'gone %')
         order by coalesce(ended_at, sent_at) desc
         limit ${most}) as ended
     order by ended.at desc`.execute(transaction);
  return Map.groupBy(rows, ({ channel }) => channel);
}

export interface NewDelivery {
  readonly person: string;
  readonly channel: OutsideChannel;
  readonly notices: readonly string[];
  readonly isDigest: boolean;
  readonly address: string | null;
}

export async function insertDeliveries(
  transaction: WriteTransaction,
  deliveries: readonly NewDelivery[],
  at: Date,
): Promise<void> {
  if (deliveries.length === 0) return;
  await transaction
    .insertInto('notice_deliveries')
    .values(
      deliveries.map(({ person, channel, notices, isDigest, address }) => ({
        id: newId(),
        person_id: person,
        channel,
        notice_ids: [...notices],
        is_digest: isDigest,
        address_id: address,
        state: 'queued' as const,
        tries: 0,
        next_try_at: at,
        provider_id: null,
        error: null,
        made_at: at,
        sent_at: null,
        ended_at: null,
      })),
    )
    .execute();
}

export interface NewCall {
  readonly notice: string;
  readonly person: string;
  readonly student: string | null;
  readonly lineage: readonly string[];
}

export async function insertCalls(
  transaction: WriteTransaction,
  calls: readonly NewCall[],
  at: Date,
): Promise<void> {
  if (calls.length === 0) return;
  await transaction
    .insertInto('notice_calls')
    .values(
      calls.map(({ notice, person, student, lineage }) => ({
        notice_id: notice,
        person_id: person,
        student_id: student,
        lineage: [...lineage],
        made_at: at,
        tries: 0,
        outcome: null,
        called_by: null,
        called_at: null,
      })),
    )
    .onConflict((conflict) => conflict.column('notice_id').doNothing())
    .execute();
}

/** When each notice is looked at again; null: never. */
export async function setNextLooks(
  transaction: WriteTransaction,
  looks: readonly { readonly notice: string; readonly at: Date | null }[],
): Promise<void> {
  await sql`
    update notices set next_at = look.at
      from unnest(${looks.map(({ notice }) => notice)}::uuid[],
                  ${looks.map(({ at }) => at)}::timestamptz[]) as look (id, at)
     where notices.id = look.id`.execute(transaction);
}
