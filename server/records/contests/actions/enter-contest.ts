import {
  childrenOfCarers,
  findWho,
  holds,
  may,
  peopleOfPhones,
  theProgram,
  type Who,
} from '../../../directory/index.ts';
import { type Call, type District, NotFound } from '../../../platform/index.ts';
import type { ContestsOptions } from '../door-options.ts';
import { NoSuchCarer } from '../refusals.ts';
import type { EnterContest } from '../shapes.ts';
import { raiseContest } from './raise-contest.ts';

/**
 * Staff enter what a carer without a phone contests, who came or wrote. It is the carer's own contest: about what is
 * theirs, with the same deadlines, told to them and theirs to take back; it says who entered it.
 */
export async function enterContest(
  district: District,
  who: Who,
  { how, ...said }: EnterContest,
  context: { options: ContestsOptions; call: Call },
): Promise<string> {
  if (!holds(who, 'contests.enter')) throw NotFound();
  const { carer_id: _, carer_phone: __, ...asked } = said;
  const person = await carerOf(district, who, said);
  const carer = await findWho(district, { person, kind: 'adult', strength: 'password' });
  if (!carer) throw NotFound();
  return raiseContest(district, carer, asked, { ...context, entered: { by: who.person, how } });
}

/** One of a child in reach; or by the phone that the carer gave, for communities do not see who comes to them. */
async function carerOf(
  { database, sealing }: District,
  who: Who,
  { carer_id: id, carer_phone: phone }: Pick<EnterContest, 'carer_id' | 'carer_phone'>,
): Promise<string> {
  return database.read(theProgram, async (transaction) => {
    const byPhone = phone && (await peopleOfPhones(transaction, sealing, [phone])).get(phone);
    const carer = id ?? byPhone;
    const children = carer ? await childrenOfCarers(transaction, [carer]) : [];
    if (!carer || children.length === 0) throw id ? NotFound() : NoSuchCarer();
    const isInReach = children.some(({ lineage }) => may(who, 'contests.enter', { lineage }));
    if (id && !isInReach) throw NotFound();
    return carer;
  });
}
