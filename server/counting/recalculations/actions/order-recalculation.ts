import { reachOf, readerOf, type Who } from '../../../directory/index.ts';
import { dateInShanghai, type Plan, pointRule, ruleVersionOn } from '../../../plan/index.ts';
import { type Call, type District, NotAllowed, newId } from '../../../platform/index.ts';
import { NoSuchWording, OneRecalculationAtATime } from '../refusals.ts';
import type { OrderRecalculation } from '../shapes.ts';
import { insertRecalculation } from '../store.ts';

/** An officer of the district orders that deeds of the past count otherwise. Nothing follows yet but a list. */
export async function orderRecalculation(
  { database, plan }: District,
  who: Who,
  asked: OrderRecalculation,
  call: Call,
): Promise<{ id: string }> {
  if (reachOf(who, 'rules.recalculate').length === 0) throw NotAllowed();
  const reason = asked.reason.trim();
  if (reason === '' || !fits(plan, asked, dateInShanghai(call.at))) throw NoSuchWording();
  return database.write(
    readerOf(who),
    async (transaction) => {
      const id = newId();
      const ordered = { ordered_by: who.person, ordered_at: call.at };
      const isOnly = await insertRecalculation(transaction, { ...asked, ...ordered, id, reason });
      if (!isOnly) throw OneRecalculationAtATime();
      return { id };
    },
    call,
  );
}

function fits(
  plan: Plan,
  { rules, from_on, until_on, wording_of }: OrderRecalculation,
  today: string,
) {
  if (until_on < from_on || until_on > today) return false;
  return rules.every((id) => {
    const rule = pointRule(plan, id);
    return rule !== undefined && ruleVersionOn(rule, wording_of) !== undefined;
  });
}
