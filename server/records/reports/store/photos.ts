import { sql } from 'kysely';
import type { ReadTransaction, WriteTransaction } from '../../../platform/index.ts';
import type { PhotoState } from '../states.ts';
import type { PhotoRow } from '../tables.ts';

/** A photo and the children who are seen in it. */
export interface Photo extends PhotoRow {
  readonly students: readonly string[];
}

const withChildren = sql`
  select activity_photos.*,
         array(select student_id::text from photo_children
                where photo_id = activity_photos.id order by student_id) as students
    from activity_photos`;

/** Those that are not removed, in the order of uploading. Whoever asks sees the children in their reach only. */
export async function listPhotos(
  transaction: ReadTransaction,
  activities: readonly string[],
): Promise<Photo[]> {
  const { rows } = await sql<Photo>`
    ${withChildren} where activity_id = any(${activities}::uuid[]) and state <> 'removed'
     order by id`.execute(transaction);
  return rows;
}

export async function findPhoto(
  transaction: ReadTransaction,
  id: string,
): Promise<Photo | undefined> {
  const { rows } = await sql<Photo>`
    ${withChildren} where id = ${id} and state <> 'removed'`.execute(transaction);
  return rows[0];
}

/** The photo, held until the transaction ends with those of its event: whether a family is asked depends on all of them. */
export async function takePhoto(
  transaction: WriteTransaction,
  id: string,
): Promise<Photo | undefined> {
  await sql`
    select from activity_photos
     where activity_id = (select activity_id from activity_photos where id = ${id})
     order by id for no key update`.execute(transaction);
  return findPhoto(transaction, id);
}

export async function countPhotos(transaction: ReadTransaction, activity: string): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(*) as many from activity_photos
     where activity_id = ${activity} and state <> 'removed'`.execute(transaction);
  return rows[0]?.many ?? 0;
}

export async function insertPhoto(
  transaction: WriteTransaction,
  photo: Omit<PhotoRow, 'state' | 'caption' | 'is_said'>,
): Promise<void> {
  await transaction
    .insertInto('activity_photos')
    .values({ ...photo, state: 'kept', caption: '', is_said: false })
    .execute();
}

export async function updatePhoto(
  transaction: WriteTransaction,
  id: string,
  change: { state?: PhotoState; caption?: string; is_said?: boolean },
): Promise<void> {
  await transaction.updateTable('activity_photos').set(change).where('id', '=', id).execute();
}

/** Says anew which children are seen. */
export async function replaceChildren(
  transaction: WriteTransaction,
  photo: string,
  students: readonly string[],
): Promise<void> {
  await sql`delete from photo_children where photo_id = ${photo}`.execute(transaction);
  await sql`
    insert into photo_children (photo_id, student_id)
    select ${photo}::uuid, student from unnest(${students}::uuid[]) as student`.execute(
    transaction,
  );
}
