import { may, namesOfOrganisations, readerOf, type Who } from '../../../directory/index.ts';
import { dateInShanghai, holdersOf } from '../../../plan/index.ts';
import type { Call, District, ReadTransaction } from '../../../platform/index.ts';
import { listTasks, namesOfHolders, OCCASION, type Task } from '../../duties/index.ts';
import { versionOfList } from '../kept-lists.ts';
import { MOST_NAMES, MOST_TASKS_WITH_NAMES } from '../limits.ts';
import { listOwed } from '../list-owed.ts';
import { inOrder, type OwedTogether } from '../rules/in-order.ts';
import { isOpen } from '../rules/owed.ts';
import type { MyDuties, MyDuty } from '../shapes.ts';

/** What the person answers for now, what is late first; one snapshot gives the list and its version. */
export async function showMyDuties(
  { plan, database }: District,
  who: Who,
  { at, language }: Call,
): Promise<{ readonly list: MyDuties; readonly version: string }> {
  const on = dateInShanghai(at);
  return database.read(readerOf(who), async (transaction) => {
    const [version, owed] = await Promise.all([
      versionOfList(transaction, who),
      listOwed(transaction, plan, who, on),
    ]);
    const lines = inOrder(owed);
    const firstNames = async (line: OwedTogether) => {
      const waiting = await firstOpen(transaction, line);
      const names = await namesOfHolders(transaction, plan, line.next.duty, waiting, language);
      return waiting.flatMap(({ holder }) => names.get(holder) ?? []);
    };
    const [places, ...names] = await Promise.all([
      namesOfOrganisations(transaction, [
        ...new Set(lines.map(({ next }) => next.share.post.organisation)),
      ]),
      ...lines.map(async (line) => (mayName(who, line) ? firstNames(line) : [])),
    ]);
    const items = lines.map((line, index) => ({
      ...shown(line),
      place_name: places.get(line.next.share.post.organisation) ?? '',
      names: names[index] ?? [],
    }));
    return { list: { on, items }, version };
  });
}

/** Of a whole school three names would say nothing; and of children they are for who may see the children. */
function mayName(who: Who, { next, open, tasks }: OwedTogether): boolean {
  if (open === 0 || !isOpen(next) || tasks > MOST_TASKS_WITH_NAMES) return false;
  if (next.share.without.length > 0) return false;
  const { lineage } = next.share.post;
  return holdersOf(next.duty) !== 'student' || may(who, 'students.read', { lineage });
}

/** Without the post's own place: the line names it already. */
async function firstOpen(transaction: ReadTransaction, { next }: OwedTogether): Promise<Task[]> {
  const { duty, period, share } = next;
  const asked = {
    ...{ duty: duty.id, period: period?.id ?? OCCASION },
    holder: share.post.organisation,
  };
  const open = await listTasks(transaction, asked, { standing: 'open', most: MOST_NAMES });
  return open.filter(({ holder }) => holder !== share.post.organisation);
}

function shown({ next, tasks, open }: OwedTogether): Omit<MyDuty, 'place_name' | 'names'> {
  const { duty, period, share, state, dueOn, amberOn, redOn } = next;
  return {
    duty: duty.id,
    clause: duty.sources[0]?.clause ?? '',
    title: duty.title,
    place: share.post.organisation,
    period: period?.id ?? OCCASION,
    holders: holdersOf(duty),
    state,
    tasks,
    open,
    due_on: { day: dueOn, amber_on: amberOn, red_on: redOn },
    stands_in: share.standsIn,
  };
}
