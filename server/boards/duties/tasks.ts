import { validate as isId } from 'uuid';
import { listEvidence, type Task, type TaskAfter } from '../../counting/duties/index.ts';
import {
  getOrganisation,
  namesOfPeople,
  namesOfStudents,
  type Organisation,
  readerOf,
  recordStudentRead,
  requireMay,
  type Who,
} from '../../directory/index.ts';
import { type Fact, listFactsAt } from '../../facts/index.ts';
import {
  type Duty,
  dateInShanghai,
  dutyState,
  factKind,
  holdersOf,
  type Plan,
  periodsOf,
  turningDays,
  versionOn,
} from '../../plan/index.ts';
import {
  type Call,
  type District,
  decodeCursor,
  encodeCursor,
  NotFound,
  type ReadTransaction,
  type Words,
} from '../../platform/index.ts';
import { excusesTold } from '../../records/excuses/index.ts';
import { keptList, readList } from './kept-lists.ts';
import { lookAt } from './look.ts';
import type { DutyFacts, DutyFactsQuery, DutyTask, DutyTaskQuery } from './shapes.ts';

/** Whose tasks a duty has at a place and below it, and how far each is. */
export async function showDutyTasks(
  district: District,
  who: Who,
  duty: Duty,
  { place: id, period, standing, limit, cursor }: DutyTaskQuery,
  { at, language }: Call,
): Promise<{ items: DutyTask[]; next?: string }> {
  const { plan } = district;
  const today = dateInShanghai(at);
  const asked = {
    ...{ who, language, duty, period, place: id, standing, most: limit + 1 },
    after: cursor === undefined ? undefined : afterIn(cursor),
  };
  const kept = keptList(district, asked);
  const look = await lookAt(district, { place: id, duty: duty.id, tasks: kept?.tasks });
  if (!look) throw NotFound();
  requireSight(who, duty, look.place);
  const isKept = kept?.version === look.version;
  const list = isKept ? kept : await readList(district, asked);
  const items = list.tasks.slice(0, limit).map((task) => {
    const quantity = isKept ? look.quantityOf(task) : task.quantity;
    return {
      ...shown(plan, duty, { ...task, quantity }, { today, isRecorded: list.isRecorded }),
      name: list.names.get(task.holder) ?? '',
      place_name: list.places.get(task.place) ?? '',
    };
  });
  const last = items.at(-1);
  if (list.tasks.length <= limit || !last) return { items };
  return { items, next: encodeCursor([last.place, last.holder, last.key]) };
}

/** Where the page before ended; a cursor that no page gave leads nowhere. */
function afterIn(cursor: string): TaskAfter {
  const [place = '', holder = '', period = ''] = decodeCursor(cursor, 3).map(String);
  if (!isId(place) || !isId(holder)) throw NotFound();
  return [place, holder, period];
}

/** The facts that a task's figure stands on. A child's are a look at the child's record, which the family can see. */
export async function showDutyFacts(
  { plan, database }: District,
  who: Who,
  duty: Duty,
  { holder, key, place }: DutyFactsQuery,
  { at }: Call,
): Promise<DutyFacts> {
  return database.write(readerOf(who), async (transaction) => {
    requireSight(who, duty, await getOrganisation(transaction, place));
    const isStudents = holdersOf(duty) === 'student';
    if (isStudents) {
      const seen = await namesOfStudents(transaction, [holder]);
      if (seen.size === 0) throw NotFound();
      await recordStudentRead(transaction, who, { student: holder, what: 'duty', at });
    }
    const facts = await factsBehind(transaction, duty, { holder, key, place });
    const excuses = await excusesBehind(transaction, plan, facts);
    const actors = await namesOfPeople(
      transaction,
      facts.flatMap(({ actor }) => actor ?? []),
    );
    const items = facts.map(({ id, kind, at, quantity, source, reverses, actor, attributes }) => ({
      id,
      kind,
      kind_name: factKind(plan, kind)?.name ?? { zh: kind, en: kind },
      at: at.toISOString(),
      quantity,
      source,
      takes_back: reverses !== null,
      by: (actor && actors.get(actor)) ?? null,
      excuse: excuses.get(String(attributes.excuse)) ?? null,
    }));
    return { items };
  });
}

/** Of the holder; and where it lies, since an excuse of a place holds for all in it. */
async function factsBehind(
  transaction: ReadTransaction,
  duty: Duty,
  { holder, key: period, place }: DutyFactsQuery,
): Promise<Fact[]> {
  const { lineage } = await getOrganisation(transaction, place);
  const isOwn = holdersOf(duty) === 'organisation';
  const places: number[] = [];
  for (const one of isOwn ? [holder] : [holder, ...lineage]) {
    places.push(...(await listEvidence(transaction, { duty: duty.id, period, holder: one })));
  }
  return listFactsAt(transaction, places);
}

async function excusesBehind(
  transaction: ReadTransaction,
  { excuses: { reasons, substitutes } }: Plan,
  facts: readonly Fact[],
): Promise<Map<string, DutyFacts['items'][number]['excuse']>> {
  const named = facts.flatMap(({ kind, attributes }) =>
    kind === 'duty.excused' ? [String(attributes.excuse)] : [],
  );
  const found = await excusesTold(transaction, named);
  const people = await namesOfPeople(
    transaction,
    [...found.values()].map(({ asked_by }) => asked_by),
  );
  const nameIn = (list: readonly { id: string; name: Words }[], id: string) =>
    list.find((one) => one.id === id)?.name ?? { zh: id, en: id };
  return new Map(
    [...found.values()].map(
      ({ id, reason, substitute, substitute_on, asked_by, revoked_reason }) => [
        id,
        {
          reason: nameIn(reasons, reason),
          asked_by: people.get(asked_by) ?? '',
          substitute: substitute === null ? null : nameIn(substitutes, substitute),
          ...{ substitute_on, revoked_reason },
        },
      ],
    ),
  );
}

/** The duty of an address. */
export function dutyCalled(plan: Plan, id: string): Duty {
  const duty = plan.duties.find((one) => one.id === id);
  if (!duty) throw NotFound();
  return duty;
}

/** Who sees a place's duties sees its figures; whose children they are only who may see the children. */
function requireSight(who: Who, duty: Duty, { lineage }: Organisation): void {
  requireMay(who, 'duties.read', { lineage });
  if (holdersOf(duty) === 'student') requireMay(who, 'students.read', { lineage });
}

function shown(
  plan: Plan,
  duty: Duty,
  task: Task,
  { today, isRecorded }: { today: string; isRecorded: boolean },
): Omit<DutyTask, 'name' | 'place_name'> {
  const { period, holder, place, due_on, quantity, target, done, done_on, excused } = task;
  const known = periodsOf(plan, duty).find(({ id }) => id === period);
  const version = known?.version ?? versionOn(duty, due_on);
  if (!version) throw NotFound();
  const turning = known?.dueOn === due_on ? known : turningDays(version, due_on);
  const days = { amberOn: turning.amberOn, redOn: turning.redOn, enough: 100 };
  const doneLate = done_on !== null && done_on >= days.redOn ? 1 : 0;
  const counts = { tasks: 1, done: done ? 1 : 0, doneLate, excused: excused ? 1 : 0 };
  const state = dutyState(counts, days, today, isRecorded);
  const kind = holdersOf(duty);
  return { key: period, holder, kind, place, due_on, done_on, state, quantity, target };
}
