import { getOrganisation, readerOf, requireMay, type Who } from '../../../directory/index.ts';
import { dateInShanghai } from '../../../plan/index.ts';
import { type Call, type District, NotFound, newId } from '../../../platform/index.ts';
import type { ExcusesOptions } from '../door-options.ts';
import { AskedAlready, NoSuchTask } from '../refusals.ts';
import { whyOf } from '../rules/check-asked.ts';
import { requireOpen } from '../rules/require-open.ts';
import type { AskExcuse } from '../shapes.ts';
import { insertExcuse, isRepeated } from '../store.ts';
import type { Excuse } from '../tables.ts';
import { tellDeciders } from '../tell.ts';
import { seesHolder } from '../who-sees.ts';

/** Who answers for a task, or does its work, asks that it be excused. Nothing changes before somebody above agrees. */
export async function askExcuse(
  { plan, database }: District,
  who: Who,
  asked: AskExcuse,
  { options, call }: { options: ExcusesOptions; call: Call },
): Promise<{ id: string }> {
  const { duty, period, holder_id } = asked;
  return database
    .write(
      readerOf(who),
      async (transaction) => {
        const task = await options.taskOf(transaction, plan, { duty, period, holder: holder_id });
        if (!task) throw NoSuchTask();
        const { lineage } = await getOrganisation(transaction, task.place);
        requireMay(who, 'excuses.ask', { lineage });
        if (holder_id !== who.person && !seesHolder(who, task.kind, lineage)) throw NotFound();
        const why = whyOf(plan.excuses, asked, dateInShanghai(call.at));
        requireOpen(task);
        const excuse: Excuse = {
          ...{ id: newId(), version: 1, duty, period, holder_id, ...why, ...undecided },
          due_on: task.dueOn,
          scope: task.isAll ? 'all' : 'one',
          holder_kind: task.kind,
          place_id: task.place,
          place_lineage: [...lineage],
          asked_by: who.person,
          asked_at: call.at,
        };
        await insertExcuse(transaction, excuse);
        await tellDeciders(transaction, plan, excuse, call.at);
        return { id: excuse.id };
      },
      call,
    )
    .catch((error: unknown) => {
      throw isRepeated(error) ? AskedAlready() : error;
    });
}

const undecided = {
  state: 'waiting' as const,
  ...{ decided_by: null, decided_at: null, decision_reason: null },
  ...{ revoked_by: null, revoked_at: null, revoked_reason: null },
} as const;
