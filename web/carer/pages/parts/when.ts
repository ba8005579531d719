import { formatDay, formatInstant, formatSpan } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { useWords } from '../../words/words.ts';

/** Keeps `14:00–16:00` on one line. */
const JOINER = '\u2060';

const DAY_MILLISECONDS = 24 * 3600 * 1000;

/** The day, as one says it: 「今天」, 「明天」, 「10月18日 周六」. */
function useDay(): (instant: string) => string {
  const { t } = useWords();
  const language = useLanguage();
  return (instant) => {
    const now = new Date();
    const tomorrow = new Date(now.getTime() + DAY_MILLISECONDS).toISOString();
    const day = formatDay(instant, language);
    if (day === formatDay(now.toISOString(), language)) return t('activities.today');
    if (day === formatDay(tomorrow, language)) return t('activities.tomorrow');
    return day;
  };
}

/** When an event is: 「今天 14:00–16:00」, 「10月18日 周六 14:00–16:00」. */
export function useWhen(): (beginsAt: string, endsAt: string) => string {
  const language = useLanguage();
  const dayOf = useDay();
  return (beginsAt, endsAt) =>
    formatSpan(beginsAt, endsAt, language)
      .replace(/(\d)–(\d)/, `$1${JOINER}–${JOINER}$2`)
      .replace(formatDay(beginsAt, language), dayOf(beginsAt));
}

/** By when something is to be done: 「今天 21:00」, 「10月18日 周六 21:00」. */
export function useUntil(): (instant: string) => string {
  const dayOf = useDay();
  const hourOf = useHour();
  return (instant) => `${dayOf(instant)} ${hourOf(instant)}`;
}

/** The hour alone: `14:02`. */
export function useHour(): (instant: string) => string {
  const language = useLanguage();
  return (instant) => formatInstant(instant, language).split(' ').at(-1) ?? '';
}
