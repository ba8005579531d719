import {
  askedBy,
  type Clause,
  type Duty,
  holdersOf,
  type Plan,
  turnsOf,
  versionOn,
} from '../../plan/index.ts';
import type { ReadTransaction } from '../../platform/index.ts';
import { boardView } from './board.ts';
import type { DutyRow } from './shapes.ts';
import type { ClauseDuty, ClauseOnPage, ClausePage } from './shapes-of-clauses.ts';
import type { Sight, View } from './views.ts';

/**
 * The whole plan clause by clause, each with what carries it and how far a place is with its duties. The figures are
 * those of the board: nothing is counted here.
 */
export const planView: View<ClausePage> = { name: 'plan', read: readPlan };

async function readPlan(
  transaction: ReadTransaction,
  plan: Plan,
  sight: Sight,
): Promise<ClausePage> {
  const { place, above, on, rows } = await boardView.read(transaction, plan, sight);
  const found = new Map(rows.map((row) => [row.duty, row]));
  const clauses = (of: readonly Clause[], layer?: string) =>
    of.map((clause) => onPage(plan, clause, layer, { on, rows: found }));
  return {
    name: plan.name,
    office: plan.office,
    place,
    above,
    on,
    clauses: clauses(plan.clauses),
    layers: plan.layers.map(({ id, name, office, clauses: own }) => ({
      ...{ id, name, office },
      clauses: clauses(own, id),
    })),
    changes: turnsOf(plan),
  };
}

interface Now {
  readonly on: string;
  readonly rows: ReadonlyMap<string, DutyRow>;
}

function onPage(
  plan: Plan,
  { id, parent, title, summary, carriedBy }: Clause,
  layer: string | undefined,
  now: Now,
): ClauseOnPage {
  const duties = plan.duties.filter(({ sources }) =>
    sources.some((source) => source.layer === layer && source.clause === id),
  );
  return {
    ...{ id, parent: parent ?? null, title, summary },
    carried_by: [...carriedBy],
    duties: duties.map((duty) => dutyOnPage(plan, duty, now)),
  };
}

function dutyOnPage(plan: Plan, duty: Duty, { on, rows }: Now): ClauseDuty {
  const version = versionOn(duty, on);
  const row = rows.get(duty.id);
  return {
    duty: duty.id,
    title: duty.title,
    asks: version ? askedBy(plan, version) : null,
    holders: holdersOf(duty),
    answers: duty.answers,
    sources: duty.sources.map(({ layer, clause }) => ({
      layer: plan.layers.find(({ id }) => id === layer)?.name ?? null,
      clause,
      binds: version?.source.layer === layer && version?.source.clause === clause,
    })),
    now: row
      ? {
          cell: row.whole,
          period: row.period,
          period_name: row.period_name,
          due_on: row.due_on,
        }
      : null,
  };
}
