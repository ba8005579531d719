import {
  may,
  namesOfOrganisations,
  namesOfPeople,
  namesOfStudents,
  readerOf,
  type Who,
} from '../../../directory/index.ts';
import { dateInShanghai, type Holders, holdersOf } from '../../../plan/index.ts';
import type { Call, District, ReadTransaction } from '../../../platform/index.ts';
import { listTasks, OCCASION, type Task } from '../../duties/index.ts';
import { MOST_NAMES, MOST_TASKS_WITH_NAMES } from '../limits.ts';
import { listOwed } from '../list-owed.ts';
import { inOrder, type OwedTogether } from '../rules/in-order.ts';
import { isOpen } from '../rules/owed.ts';
import type { MyDuties, MyDuty } from '../shapes.ts';

/** What the person answers for now, what is late first. */
export async function showMyDuties(
  { plan, database }: District,
  who: Who,
  { at }: Call,
): Promise<MyDuties> {
  const on = dateInShanghai(at);
  return database.read(readerOf(who), async (transaction) => {
    const lines = inOrder(await listOwed(transaction, plan, who, on));
    const [places, ...waiting] = await Promise.all([
      namesOfOrganisations(transaction, [
        ...new Set(lines.map(({ next }) => next.share.post.organisation)),
      ]),
      ...lines.map((line) => (mayName(who, line) ? firstOpen(transaction, line) : [])),
    ]);
    const names = await namesOf(transaction, lines, waiting);
    const items = lines.map((line, index) => ({
      ...shown(line),
      place_name: places.get(line.next.share.post.organisation) ?? '',
      names: (waiting[index] ?? [])
        .filter(({ holder, place }) => holder !== place || line.tasks > 1)
        .flatMap(({ holder }) => names.get(holder) ?? []),
    }));
    return { on, items };
  });
}

/** Of a whole school three names would say nothing; and of children they are for who may see the children. */
function mayName(who: Who, { next, open, tasks }: OwedTogether): boolean {
  if (open === 0 || !isOpen(next) || tasks > MOST_TASKS_WITH_NAMES) return false;
  if (next.share.without.length > 0) return false;
  const { lineage } = next.share.post;
  return holdersOf(next.duty) !== 'student' || may(who, 'students.read', { lineage });
}

function firstOpen(transaction: ReadTransaction, { next }: OwedTogether): Promise<Task[]> {
  const { duty, period, share } = next;
  const asked = {
    ...{ duty: duty.id, period: period?.id ?? OCCASION },
    holder: share.post.organisation,
  };
  return listTasks(transaction, asked, { standing: 'open', most: MOST_NAMES });
}

/** The names of all holders at once, each kind by one look. */
async function namesOf(
  transaction: ReadTransaction,
  lines: readonly OwedTogether[],
  waiting: readonly (readonly Task[])[],
): Promise<ReadonlyMap<string, string>> {
  const holders = (kind: Holders) => [
    ...new Set(
      lines.flatMap(({ next }, index) =>
        holdersOf(next.duty) === kind ? (waiting[index] ?? []).map(({ holder }) => holder) : [],
      ),
    ),
  ];
  const [students, staff, organisations] = await Promise.all([
    namesOfStudents(transaction, holders('student')),
    namesOfPeople(transaction, holders('staff')),
    namesOfOrganisations(transaction, holders('organisation')),
  ]);
  return new Map([...students, ...staff, ...organisations]);
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
