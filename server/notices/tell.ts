import { sql } from 'kysely';
import { newId, type Words, type WriteTransaction } from '../platform/index.ts';
import type { Urgency } from './tables.ts';

/** Somebody who is told, and the child that it concerns, if it concerns one. */
export interface Told {
  readonly person: string;
  readonly student?: string | null;
}

/** What a room has to say to people about one of its rows. */
export interface NewNotice {
  /** Which room speaks, and which of its sentences. */
  readonly room: string;
  readonly kind: string;
  readonly people: readonly Told[];
  /** Id of the row that it is about: settling that silences it. */
  readonly subject: string;
  /** Names the deed within subject and kind: told twice, a person hears of it once. */
  readonly deed: string;
  /** The organisation that answers for it, with all above it. */
  readonly lineage?: readonly string[];
  /** Where it leads: in the carer's app, or at the desk when it begins with `/desk/`. */
  readonly link?: string;
  /** A few words that may stand on a lock screen: no child's name, no health, no support. */
  readonly heading: Words;
  readonly words: Words;
  readonly urgency: Urgency;
  /** It asks for an answer: reading it does not silence it, only settling. */
  readonly asks?: boolean;
  /** After this instant nobody need be told any more. */
  readonly usefulUntil?: Date | null;
  readonly at: Date;
}

/** Tells people, in the transaction of the deed: what is rolled back was never said. */
export async function tell(
  transaction: WriteTransaction,
  notices: readonly NewNotice[],
): Promise<void> {
  const rows = notices.flatMap(rowsOf);
  if (rows.length === 0) return;
  await sql`
    insert into notices
      (id, person_id, student_id, room, kind, subject_id, deed, lineage, link, heading, words, urgency, asks,
       useful_until, made_at, next_at)
    select id, person_id, student_id, room, kind, subject_id, deed, lineage, link, heading, words, urgency, asks,
           useful_until, made_at, made_at
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as told (
        id uuid, person_id uuid, student_id uuid, room text, kind text, subject_id uuid, deed text,
        lineage uuid[], link text, heading jsonb, words jsonb, urgency text, asks boolean,
        useful_until timestamptz, made_at timestamptz)
    on conflict do nothing`.execute(transaction);
}

function rowsOf({ people, subject, deed, at, usefulUntil, ...notice }: NewNotice) {
  const { room, kind, heading, words, urgency, lineage = [], link, asks = false } = notice;
  return people.map(({ person, student }) => ({
    id: newId(),
    person_id: person,
    student_id: student ?? null,
    ...{ room, kind, heading, words, urgency, lineage, asks },
    subject_id: subject,
    deed: `${room}:${subject}:${kind}:${deed}`,
    link: link ?? null,
    useful_until: usefulUntil ?? null,
    made_at: at,
  }));
}

/** What is done, and for whom. */
export interface Settled {
  readonly subject: string;
  /** Not given: whatever was said about it. */
  readonly kinds?: readonly string[];
  /** Not given: whoever was told. */
  readonly people?: readonly string[];
}

/** What was told is done or over: its notices fall silent, read or not. Whoever did it need not be who was told. */
export async function settle(
  transaction: WriteTransaction,
  { subject, kinds, people }: Settled,
  at: Date,
): Promise<void> {
  await sql`
    select settle_notices(${subject}::uuid, ${kinds ?? null}::text[], ${people ?? null}::uuid[],
                          ${at}::timestamptz)`.execute(transaction);
}
