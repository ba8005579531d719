import { type Finish, listFinishes, listTallies, type Tally } from '../../counting/duties/index.ts';
import { type Duty, type DutyPeriod, type Plan, periodsOf } from '../../plan/index.ts';
import { isShownOf, shown } from './board.ts';
import type { DutyTrend, TrendLine, TrendRow } from './shapes-of-charts.ts';
import type { View } from './views.ts';

/**
 * How each duty of a place, or one of them, grew week by week, in the period that has begun last and in the one before.
 * What falls due on occasion has no period to grow in.
 */
export function trendView({ duty }: { readonly duty?: string | undefined }): View<DutyTrend> {
  return {
    name: `trend ${duty ?? ''}`,
    async read(transaction, plan, { place, on, seesChildren }) {
      const duties = plan.duties.filter(
        (one) => (duty === undefined || one.id === duty) && (seesChildren || isShownOf(one)(place)),
      );
      const drawn = duties.map((one) => ({ duty: one, periods: lastTwo(plan, one, on) }));
      const periods = [...new Set(drawn.flatMap((one) => one.periods.map(({ id }) => id)))];
      const [tallies, finishes] = await Promise.all([
        listTallies(transaction, [place.id], periods),
        listFinishes(transaction, [place.id], periods),
      ]);
      const rows = drawn.flatMap((one) => rowOf(one, { tallies, finishes }));
      return { place: shown(place), on, rows };
    },
  };
}

/** The period that has begun last by a day, and the one before it. */
function lastTwo(plan: Plan, duty: Duty, on: string): readonly DutyPeriod[] {
  return periodsOf(plan, duty)
    .filter(({ beginsOn }) => beginsOn <= on)
    .slice(-2)
    .toReversed();
}

interface Counted {
  readonly tallies: readonly Tally[];
  readonly finishes: readonly Finish[];
}

function rowOf(
  { duty, periods }: { duty: Duty; periods: readonly DutyPeriod[] },
  counted: Counted,
): TrendRow[] {
  const [now, before] = periods.map((period) => lineOf(duty, period, counted));
  if (!now || now.tasks === 0) return [];
  return [
    { duty: duty.id, title: duty.title, now, before: before && before.tasks > 0 ? before : null },
  ];
}

function lineOf({ id }: Duty, period: DutyPeriod, { tallies, finishes }: Counted): TrendLine {
  const own = (one: { duty: string; period: string }) =>
    one.duty === id && one.period === period.id;
  const tasks = tallies.filter(own).reduce((sum, tally) => sum + tally.tasks - tally.excused, 0);
  let done = 0;
  const weeks = finishes
    .filter(own)
    .toSorted((one, other) => (one.week < other.week ? -1 : 1))
    .map((finish) => {
      done += finish.done;
      return { week: finish.week, done };
    });
  const { name, beginsOn, collectsUntil, dueOn } = period;
  return {
    ...{ period: period.id, period_name: name, begins_on: beginsOn, ends_on: collectsUntil },
    ...{ due_on: dueOn, tasks, weeks },
  };
}
