import { sql } from 'kysely';
import { newId, type ReadTransaction, type WriteTransaction } from '../../platform/index.ts';
import type { WrittenTopic } from './rules/check-topics.ts';
import type { Proposal, Topic } from './tables.ts';

/** 0: nobody has listed anything yet. */
export async function versionOf(transaction: ReadTransaction, salon: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select version from topic_lists where activity_id = ${salon}`.execute(transaction);
  return rows[0]?.version ?? 0;
}

/** The list's version, held until the transaction ends. */
export async function takeList(transaction: WriteTransaction, salon: string): Promise<number> {
  await sql`insert into topic_lists (activity_id) values (${salon})
            on conflict do nothing`.execute(transaction);
  const { rows } = await sql<{ version: number }>`
    select version from topic_lists where activity_id = ${salon} for no key update`.execute(
    transaction,
  );
  return rows[0]?.version ?? 0;
}

/** The next version, after a change of the list. The caller holds it. */
export async function raiseVersion(
  transaction: WriteTransaction,
  salon: string,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await sql`
    update topic_lists set version = version + 1, changed_by = ${by}, changed_at = ${at}
     where activity_id = ${salon}`.execute(transaction);
}

/** In the host's order. */
export async function listTopics(
  transaction: ReadTransaction,
  salons: readonly string[],
): Promise<Topic[]> {
  const { rows } = await sql<Topic>`
    select * from topics where activity_id = any(${salons}::uuid[])
     order by activity_id, place, id`.execute(transaction);
  return rows;
}

/** The salon's topics, held: nobody begins to want one meanwhile. */
export async function takeTopics(transaction: WriteTransaction, salon: string): Promise<Topic[]> {
  const { rows } = await sql<Topic>`
    select * from topics where activity_id = ${salon} order by place, id for update`.execute(
    transaction,
  );
  return rows;
}

/** In place of what stood there: topics with an id stay themselves, with who wants them. The caller holds the list. */
export async function writeTopics(
  transaction: WriteTransaction,
  salon: string,
  topics: readonly WrittenTopic[],
  at: Date,
): Promise<void> {
  const stay = topics.flatMap(({ id }) => id ?? []);
  await sql`
    delete from topics where activity_id = ${salon} and id <> all(${stay}::uuid[])`.execute(
    transaction,
  );
  for (const [index, { id = newId(), title }] of topics.entries()) {
    await sql`
      insert into topics (id, activity_id, place, title, made_at)
      values (${id}, ${salon}, ${index + 1}, ${title}, ${at})
      on conflict (id) do update set place = excluded.place, title = excluded.title`.execute(
      transaction,
    );
  }
}

/** A new topic at the end of the list. The caller holds it. */
export async function addTopic(
  transaction: WriteTransaction,
  { salon, title, at }: { salon: string; title: string; at: Date },
): Promise<string> {
  const id = newId();
  await sql`
    insert into topics (id, activity_id, place, title, made_at)
    select ${id}, ${salon}, coalesce(max(place), 0) + 1, ${title}, ${at}
      from topics where activity_id = ${salon}`.execute(transaction);
  return id;
}

/** Those of a salon that one wants. */
export async function wishesOf(
  transaction: ReadTransaction,
  salon: string,
  carer: string,
): Promise<Set<string>> {
  const { rows } = await sql<{ topic_id: string }>`
    select topic_id from topic_wishes join topics on topics.id = topic_id
     where activity_id = ${salon} and carer_id = ${carer}`.execute(transaction);
  return new Set(rows.map(({ topic_id }) => topic_id));
}

/** The topic held, so that its number stays that of its wishes. Whether the salon has it. */
export async function takeTopic(
  transaction: WriteTransaction,
  salon: string,
  topic: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from topics where id = ${topic} and activity_id = ${salon} for update`.execute(
    transaction,
  );
  return rows.length > 0;
}

/** Said twice it is said once. The caller holds the topic. */
export async function insertWish(
  transaction: WriteTransaction,
  { topic, carer, at }: { topic: string; carer: string; at: Date },
): Promise<void> {
  await sql`
    with said as (
      insert into topic_wishes (topic_id, carer_id, wished_at) values (${topic}, ${carer}, ${at})
      on conflict do nothing returning topic_id)
    update topics set wanted = wanted + 1 where id in (select topic_id from said)`.execute(
    transaction,
  );
}

export async function deleteWish(
  transaction: WriteTransaction,
  { topic, carer }: { topic: string; carer: string },
): Promise<void> {
  await sql`
    with taken_back as (
      delete from topic_wishes where topic_id = ${topic} and carer_id = ${carer}
      returning topic_id)
    update topics set wanted = wanted - 1 where id in (select topic_id from taken_back)`.execute(
    transaction,
  );
}

/** As far as row-level security shows them: one's own, or for the host's staff all. The open ones first. */
export async function listProposals(
  transaction: ReadTransaction,
  salon: string,
): Promise<Proposal[]> {
  const { rows } = await sql<Proposal>`
    select * from topic_proposals where activity_id = ${salon}
     order by state <> 'open', made_at desc, id desc`.execute(transaction);
  return rows;
}

/** Whether it was written: a family has one that is open. */
export async function insertProposal(
  transaction: WriteTransaction,
  proposal: Omit<Proposal, 'state' | 'reason' | 'topic_id' | 'decided_by' | 'decided_at'>,
): Promise<boolean> {
  const { id, activity_id, host_lineage, carer_id, family_id, text, made_at } = proposal;
  const { rows } = await sql`
    insert into topic_proposals (id, activity_id, host_lineage, carer_id, family_id, text, state, made_at)
    values (${id}, ${activity_id}, ${host_lineage}::uuid[], ${carer_id}, ${family_id}, ${text},
            'open', ${made_at})
    on conflict (activity_id, family_id) where state = 'open' do nothing
    returning id`.execute(transaction);
  return rows.length > 0;
}

/** The proposal, held; as far as row-level security shows it. */
export async function takeProposal(
  transaction: WriteTransaction,
  salon: string,
  id: string,
): Promise<Proposal | undefined> {
  const { rows } = await sql<Proposal>`
    select * from topic_proposals where id = ${id} and activity_id = ${salon} for update`.execute(
    transaction,
  );
  return rows[0];
}

export async function closeProposal(
  transaction: WriteTransaction,
  id: string,
  change: Pick<Proposal, 'state' | 'decided_at'> &
    Partial<Pick<Proposal, 'reason' | 'topic_id' | 'decided_by'>>,
): Promise<void> {
  await transaction.updateTable('topic_proposals').set(change).where('id', '=', id).execute();
}

/** These were talked about, the others were not. */
export async function setTalked(
  transaction: WriteTransaction,
  salon: string,
  topics: readonly string[],
): Promise<void> {
  await sql`
    update topics set is_talked = id = any(${topics}::uuid[])
     where activity_id = ${salon}`.execute(transaction);
}
