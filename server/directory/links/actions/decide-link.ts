import { stateFacts } from '../../../facts/index.ts';
import { dateInShanghai } from '../../../plan/index.ts';
import {
  BadRequest,
  type Call,
  type District,
  NotFound,
  newId,
  type WriteTransaction,
} from '../../../platform/index.ts';
import { forgetWho, may, readerOf, requireMay, type Who } from '../../access/index.ts';
import type { LinksOptions } from '../door-options.ts';
import { LinkDecidedAlready } from '../refusals.ts';
import { decisionHeading, decisionWords } from '../rules/decision-words.ts';
import { findOpenGuardianship, getDecision, lockLink, type WaitingLink } from '../store.ts';
import { schoolsOfDecider } from './show-links.ts';

export interface Decision {
  readonly decision: 'confirm' | 'decline';
  readonly student_id?: string | undefined;
  /** Why not, as the carer reads it. */
  readonly reason?: string | undefined;
}

type Deciding = Pick<LinksOptions, 'tell'> & { readonly call: Call };

/** Confirms a request for a child in one's reach, or declines it; confirming links the family from today on. */
export async function decideLink(
  district: District,
  who: Who,
  id: string,
  { decision, student_id, reason: why, tell, call }: Decision & Deciding,
) {
  const decided = await district.database.write(
    readerOf(who),
    async (transaction) => {
      const link = await lockLink(transaction, id);
      if (!link || !isBefore(who, link)) throw NotFound();
      if (link.state !== 'waiting') throw LinkDecidedAlready();
      const student = decision === 'confirm' ? needed(student_id) : null;
      const reason = student === null ? reasonOf(why) : null;
      if (student) await confirm(transaction, who, { link, student, at: call.at });
      const state = student ? ('confirmed' as const) : ('declined' as const);
      await transaction
        .updateTable('link_requests')
        .set({ state, student_id: student, reason, decided_at: call.at, decided_by: who.person })
        .where('id', '=', id)
        .execute();
      await tell(transaction, [
        {
          ...{ room: 'links', kind: state, subject: id, deed: '', lineage: link.lineage },
          ...{ link: '/family', urgency: 'daily', at: call.at },
          people: [{ person: link.person_id, student }],
          heading: decisionHeading,
          words: decisionWords(await getDecision(transaction, id)),
        },
      ]);
      return { id, state, student_id: student, carer: link.person_id };
    },
    call,
  );
  const { carer, ...answer } = decided;
  forgetWho(district.database, carer);
  return answer;
}

/** Whether the request lies before this person: at a school in their reach, or at the school of their class. */
function isBefore(who: Who, { school_id, lineage }: WaitingLink): boolean {
  return may(who, 'links.decide', { lineage }) || schoolsOfDecider(who).includes(school_id);
}

async function confirm(
  transaction: WriteTransaction,
  who: Who,
  { link, student, at }: { link: WaitingLink; student: string; at: Date },
): Promise<void> {
  const child = await transaction
    .selectFrom('students')
    .select(['class_id', 'lineage'])
    .where('id', '=', student)
    .executeTakeFirst();
  if (!child) throw NotFound();
  requireMay(who, 'links.decide', { lineage: child.lineage });
  if (!child.lineage.includes(link.school_id)) throw notAtThatSchool();
  const pair = { student, carer: link.person_id };
  // The roster may have brought the same link meanwhile: then its fact is stated.
  if (await findOpenGuardianship(transaction, pair)) return;
  const id = newId();
  const { relationship } = link;
  await transaction
    .insertInto('guardianships')
    .values({
      id,
      student_id: student,
      carer_id: pair.carer,
      relationship,
      began_on: dateInShanghai(at),
      ended_on: null,
    })
    .execute();
  await stateFacts(transaction, [
    {
      kind: 'family.linked',
      at,
      organisation: child.class_id ?? link.school_id,
      subject: pair.carer,
      actor: who.person,
      quantity: 1,
      source: `guardianship:${id}`,
      attributes: { student, relationship },
    },
  ]);
}

function needed(student: string | undefined): string {
  if (student !== undefined) return student;
  throw BadRequest({
    fields: [
      {
        field: 'student_id',
        reason: { zh: '请选出是哪个孩子', en: 'Say which child it is' },
      },
    ],
  });
}

/** A carer who is turned away without a reason has nobody to ask. */
function reasonOf(why: string | undefined): string {
  const reason = why?.trim();
  if (reason) return reason;
  throw BadRequest({
    fields: [
      {
        field: 'reason',
        reason: { zh: '请写明原因，家长会看到', en: 'Say why: the carer will read it' },
      },
    ],
  });
}

function notAtThatSchool() {
  return BadRequest({
    fields: [
      {
        field: 'student_id',
        reason: {
          zh: '这个孩子不在家长填写的学校',
          en: 'This child is not at the school that the carer named',
        },
      },
    ],
  });
}
