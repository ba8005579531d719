import {
  carersOfStudents,
  childrenOfCarers,
  getOrganisation,
  may,
  peopleOfPhones,
  reachOf,
  requireMay,
  theProgram,
  type Who,
} from '../../directory/index.ts';
import {
  type District,
  NotFound,
  type Reader,
  type ReadTransaction,
} from '../../platform/index.ts';
import { NoSuchCarer } from './refusals.ts';
import type { Award } from './tables.ts';

/** Row-level security shows awards to those who enter or decide on them, and children in reach to those who enter. */
export function readerOfAwards(who: Who): Reader {
  return { person: who.person, reach: reachOf(who, 'awards.write') };
}

/** Refuses a carer none of whose children is in reach: whether there is one elsewhere is nobody's business. */
export async function requireCarerInReach(
  transaction: ReadTransaction,
  who: Who,
  carer: string,
): Promise<void> {
  const children = await childrenOfCarers(transaction, [carer]);
  if (!children.some(({ lineage }) => may(who, 'awards.write', { lineage }))) throw NotFound();
}

/**
 * Whom a phone belongs to that a carer gave: a community's volunteers are carers of children whom it does not see.
 * Undefined where no phone was given.
 */
export async function carerOfPhone(
  { database, sealing }: District,
  who: Who,
  { carer_phone: phone, organisation_id: id }: { carer_phone?: string; organisation_id: string },
): Promise<string | undefined> {
  if (phone === undefined) return undefined;
  return database.read(theProgram, async (transaction) => {
    const { lineage } = await getOrganisation(transaction, id);
    requireMay(who, 'awards.write', { lineage });
    const carer = (await peopleOfPhones(transaction, sealing, [phone])).get(phone);
    const children = carer ? await childrenOfCarers(transaction, [carer]) : [];
    if (!carer || children.length === 0) throw NoSuchCarer();
    return carer;
  });
}

/** The carers of these carers' children, themselves included: none of them decides. */
export async function familiesOf(
  { database }: District,
  carers: readonly string[],
): Promise<Set<string>> {
  return database.read(theProgram, async (transaction) => {
    const children = await childrenOfCarers(transaction, carers);
    const all = await carersOfStudents(
      transaction,
      children.map(({ student }) => student),
    );
    return new Set([...carers, ...all.map(({ carer }) => carer)]);
  });
}

type Part = Pick<Award, 'lineage' | 'made_by' | 'decided_by'>;

/** Whether a person may be the second one, the family aside. */
export function isSecond(who: Who, { lineage, made_by }: Part): boolean {
  return may(who, 'awards.decide', { lineage }) && made_by !== who.person;
}

/** Whether a person may review, the family aside. */
export function isThird(who: Who, { lineage, made_by, decided_by }: Part): boolean {
  return may(who, 'awards.review', { lineage }) && ![made_by, decided_by].includes(who.person);
}
