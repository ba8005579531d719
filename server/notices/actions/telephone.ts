import {
  namesOfOrganisations,
  namesOfPeople,
  namesOfStudents,
  reachablePeople,
  reachOf,
  recordStudentRead,
  requireMay,
  theProgram,
  type Who,
} from '../../directory/index.ts';
import { type Call, type District, NotFound } from '../../platform/index.ts';
import { MOST_CALLS_SHOWN, MOST_TRIES_BY_PHONE } from '../limits.ts';
import { CallSettled } from '../refusals.ts';
import { type CallToMake, countCalls, listCalls, recordCall, takeCall } from '../store/calls.ts';

/** The families of one's class or school whom no channel reached. Numbers are shown one by one, when one calls. */
export async function showCalls(district: District, who: Who, { at }: Call) {
  const within = reachOf(who, 'notices.telephone');
  return district.database.read(theProgram, async (transaction) => {
    const calls = await listCalls(transaction, within, at, MOST_CALLS_SHOWN);
    const students = calls.flatMap(({ student_id }) => student_id ?? []);
    const callers = calls.flatMap(({ called_by }) => called_by ?? []);
    const [people, children, places] = await Promise.all([
      namesOfPeople(transaction, [...calls.map(({ person_id }) => person_id), ...callers]),
      namesOfStudents(transaction, students),
      namesOfOrganisations(
        transaction,
        calls.map(({ lineage }) => lineage.at(-1) as string),
      ),
    ]);
    return {
      total: await countCalls(transaction, within, at),
      items: calls.map((call) => ({
        id: call.id,
        carer_name: people.get(call.person_id) ?? '',
        student_id: call.student_id,
        student_name: (call.student_id && children.get(call.student_id)) || null,
        place_name: places.get(call.lineage.at(-1) ?? '') ?? null,
        text: call.words,
        useful_until: call.useful_until?.toISOString() ?? null,
        made_at: call.made_at.toISOString(),
        tries: call.tries,
        called_at: call.called_at?.toISOString() ?? null,
        called_by_name: (call.called_by && people.get(call.called_by)) || null,
      })),
    };
  });
}

/** The number of one family, to be dialled now. That it was looked at is written in the child's file. */
export async function showNumber(district: District, who: Who, id: string, { at }: Call) {
  return district.database.write(theProgram, async (transaction) => {
    const call = await takeCall(transaction, id, at);
    const open = requireOpen(who, call);
    if (open.student_id) {
      await recordStudentRead(transaction, who, {
        student: open.student_id,
        what: 'phone',
        at,
      });
    }
    const people = await reachablePeople(transaction, district, [open.person_id]);
    return { phone: people.get(open.person_id)?.phone ?? null };
  });
}

/** A family was called: it knows now, or nobody answered. After a few times in vain it leaves the list. */
export async function noteCall(
  district: District,
  who: Who,
  { id, outcome }: { id: string; outcome: 'reached' | 'not-reached' },
  { at }: Call,
): Promise<void> {
  await district.database.write(theProgram, async (transaction) => {
    const call = requireOpen(who, await takeCall(transaction, id, at));
    const tries = call.tries + 1;
    const isOver = outcome === 'reached' || tries >= MOST_TRIES_BY_PHONE;
    await recordCall(transaction, id, {
      ...{ by: who.person, at, tries },
      outcome: isOver ? outcome : null,
    });
  });
}

function requireOpen(
  who: Who,
  call: (CallToMake & { readonly is_open: boolean }) | undefined,
): CallToMake {
  if (!call) throw NotFound();
  requireMay(who, 'notices.telephone', { lineage: call.lineage });
  if (!call.is_open) throw CallSettled();
  return call;
}
