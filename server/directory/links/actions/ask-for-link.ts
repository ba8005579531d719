import { sql } from 'kysely';
import { BadRequest, type Call, type District, newId } from '../../../platform/index.ts';
import { readerOf, requireMay, type Who } from '../../access/index.ts';
import { findOrganisation } from '../../organisations.ts';
import { MOST_WAITING_A_CARER } from '../limits.ts';
import { LinkAskedAlready, TooManyWaiting } from '../refusals.ts';

export interface LinkAsked {
  readonly school_id: string;
  readonly child_name: string;
  readonly class_hint: string;
  /** GB/T 4761. */
  readonly relationship: string;
}

/** A carer asks the school to link a child to them. The answer says nothing of whether there is such a child. */
export async function askForLink(
  district: District,
  who: Who,
  asked: LinkAsked,
  call: Call,
): Promise<string> {
  requireMay(who, 'links.ask', { person: who.person });
  const child_name = asked.child_name.normalize('NFKC').trim();
  return district.database.write(
    readerOf(who),
    async (transaction) => {
      const school = await findOrganisation(transaction, asked.school_id);
      if (school?.kind !== 'school' && school?.kind !== 'kindergarten') throw noSuchSchool();
      // One at a time for each person, so that a double press does not ask twice.
      await sql`select pg_advisory_xact_lock(hashtext(${`link ${who.person}`}))`.execute(
        transaction,
      );
      const waiting = await transaction
        .selectFrom('link_requests')
        .select(['school_id', 'child_name'])
        .where('person_id', '=', who.person)
        .where('state', '=', 'waiting')
        .execute();
      const isSame = (one: (typeof waiting)[number]) =>
        one.school_id === school.id && one.child_name === child_name;
      if (waiting.some(isSame)) throw LinkAskedAlready();
      if (waiting.length >= MOST_WAITING_A_CARER) throw TooManyWaiting();
      const id = newId();
      await transaction
        .insertInto('link_requests')
        .values({
          id,
          person_id: who.person,
          school_id: school.id,
          student_id: null,
          child_name,
          class_hint: asked.class_hint.trim(),
          relationship: asked.relationship,
          asked_at: call.at,
          decided_at: null,
          decided_by: null,
        })
        .execute();
      return id;
    },
    call,
  );
}

function noSuchSchool() {
  return BadRequest({
    fields: [
      {
        field: 'school_id',
        reason: { zh: '请从列表里选一所学校', en: 'Choose a school from the list' },
      },
    ],
  });
}
