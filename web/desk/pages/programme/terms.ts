import { dayInChina } from '../../../shared/format.ts';
import { useDays } from '../../../shared/queries/days.ts';
import { useSay } from '../parts/say.ts';

const DAY_MILLISECONDS = 86_400_000;
const BEFORE_DAYS = 200;
const AFTER_DAYS = 500;

/** The terms about now, for choosing: the one that runs or comes next first in mind. */
export function useTermChoice() {
  const say = useSay();
  const dayFrom = (days: number) =>
    dayInChina(new Date(Date.now() + days * DAY_MILLISECONDS).toISOString());
  const question = useDays(dayFrom(-BEFORE_DAYS), dayFrom(AFTER_DAYS));
  const terms = question.data?.terms ?? [];
  const today = dayFrom(0);
  return {
    question,
    options: terms.map(({ id, name }) => ({ value: id, label: say(name) })),
    now: terms.find(({ ends_on: ends }) => ends >= today)?.id ?? '',
    after: (term: string) => terms[terms.findIndex(({ id }) => id === term) + 1]?.id ?? '',
  };
}
