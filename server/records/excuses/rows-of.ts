import {
  namesOfOrganisations,
  namesOfPeople,
  namesOfStudents,
  type Who,
} from '../../directory/index.ts';
import { nameOfChoice, type Plan, periodsOf } from '../../plan/index.ts';
import type { ReadTransaction, Words } from '../../platform/index.ts';
import type { ExcuseRow } from './shapes.ts';
import { excuseStateTable } from './states.ts';
import type { Excuse } from './tables.ts';
import { isOwnCase, mayDecideAbout } from './who-sees.ts';

/** What a list says of each: with the names of today, and what this person may do next. */
export async function rowsOf(
  transaction: ReadTransaction,
  plan: Plan,
  who: Who,
  excuses: readonly Excuse[],
): Promise<ExcuseRow[]> {
  const students = excuses.filter(({ holder_kind }) => holder_kind === 'student');
  const children = await namesOfStudents(transaction, idsOf(students, 'holder_id'));
  const people = await namesOfPeople(transaction, [
    ...idsOf(excuses, 'asked_by'),
    ...idsOf(excuses, 'decided_by'),
    ...idsOf(excuses, 'revoked_by'),
    ...idsOf(excuses, 'holder_id'),
  ]);
  const places = await namesOfOrganisations(transaction, [
    ...idsOf(excuses, 'place_id'),
    ...idsOf(excuses, 'holder_id'),
  ]);
  const nameOf = (person: string | null) => (person === null ? null : (people.get(person) ?? ''));
  return excuses.map((excuse): ExcuseRow => {
    const { id, version, due_on, scope, holder_kind, holder_id, place_id, words, state } = excuse;
    const { next } = excuseStateTable[state];
    const isJudge = mayDecideAbout(who, excuse) && !isOwnCase(who, excuse);
    return {
      ...{ id, version, due_on, scope, holder_kind, holder_id, place_id, words, state },
      ...inThePlan(plan, excuse),
      holder_name: children.get(holder_id) ?? people.get(holder_id) ?? places.get(holder_id) ?? '',
      place_name: places.get(place_id) ?? '',
      substitute_on: excuse.substitute_on,
      state_name: excuseStateTable[state].name,
      asked_by_name: nameOf(excuse.asked_by) ?? '',
      asked_at: excuse.asked_at.toISOString(),
      decided_by_name: nameOf(excuse.decided_by),
      decided_at: excuse.decided_at?.toISOString() ?? null,
      decision_reason: excuse.decision_reason,
      revoked_by_name: nameOf(excuse.revoked_by),
      revoked_at: excuse.revoked_at?.toISOString() ?? null,
      revoked_reason: excuse.revoked_reason,
      may_decide: isJudge && next.approve !== undefined,
      may_revoke: isJudge && next.revoke !== undefined,
      may_withdraw: excuse.asked_by === who.person && next.withdraw !== undefined,
    };
  });
}

type Named = 'holder_id' | 'place_id' | 'asked_by' | 'decided_by' | 'revoked_by';

function idsOf(excuses: readonly Excuse[], field: Named): string[] {
  return [...new Set(excuses.flatMap((one) => one[field] ?? []))];
}

/** An occasion has a key instead of a name. */
const ON_OCCASION: Words = { zh: '单次', en: 'One occasion' };

/** As the plan calls things now; what it no longer knows keeps its id. */
function inThePlan(plan: Plan, { duty: id, period, reason, substitute }: Excuse) {
  const duty = plan.duties.find((one) => one.id === id);
  const known = duty && periodsOf(plan, duty).find((one) => one.id === period);
  const { reasons, substitutes } = plan.excuses;
  return {
    duty: id,
    duty_title: duty?.title ?? as(id),
    body: duty?.whose.body
      ? (nameOfChoice(plan, 'body.formed', ['body', duty.whose.body]) ?? null)
      : null,
    clause: duty?.sources[0]?.clause ?? '',
    period,
    period_name: known?.name ?? ON_OCCASION,
    reason,
    reason_name: reasons.find((one) => one.id === reason)?.name ?? as(reason),
    substitute:
      substitute === null
        ? null
        : (substitutes.find((one) => one.id === substitute)?.name ?? as(substitute)),
  };
}

const as = (id: string): Words => ({ zh: id, en: id });
