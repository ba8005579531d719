import { contestStateTable } from '../states.ts';
import type { Contest, DecisionRow } from '../tables.ts';
import { urgencyOf } from './urgency.ts';

interface Beside {
  readonly hosts: ReadonlyMap<string, string>;
  /** The newest decision. */
  readonly last: DecisionRow | undefined;
  readonly at: Date;
}

/** What every list and file says of a contest. */
export function lineOf(contest: Contest, { hosts, last, at }: Beside) {
  const { id, version, claim, title, happened_on, state, due_at } = contest;
  return {
    ...{ id, version, claim, title, happened_on, state },
    host_name: hosts.get(contest.host_id) ?? '',
    state_name: contestStateTable[state].name,
    made_at: contest.made_at.toISOString(),
    due_at: due_at?.toISOString() ?? null,
    urgency: urgencyOf(due_at, at),
    escalated_because: contest.escalated_because,
    outcome: last?.outcome ?? null,
  };
}
