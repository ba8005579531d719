import { formatDay, formatInstant, formatSpan } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { useWords } from '../../words/words.ts';

/** Keeps `14:00–16:00` on one line. */
const JOINER = '\u2060';

const DAY_MILLISECONDS = 24 * 3600 * 1000;

/** When an event is, as one says it: 「今天 14:00–16:00」, 「10月18日 周六 14:00–16:00」. */
export function useWhen(): (beginsAt: string, endsAt: string) => string {
  const { t } = useWords();
  const language = useLanguage();
  return (beginsAt, endsAt) => {
    const now = new Date();
    const tomorrow = new Date(now.getTime() + DAY_MILLISECONDS).toISOString();
    const day = formatDay(beginsAt, language);
    const span = formatSpan(beginsAt, endsAt, language).replace(
      /(\d)–(\d)/,
      `$1${JOINER}–${JOINER}$2`,
    );
    if (day === formatDay(now.toISOString(), language))
      return span.replace(day, t('activities.today'));
    if (day === formatDay(tomorrow, language)) return span.replace(day, t('activities.tomorrow'));
    return span;
  };
}

/** The hour alone: `14:02`. */
export function useHour(): (instant: string) => string {
  const language = useLanguage();
  return (instant) => formatInstant(instant, language).split(' ').at(-1) ?? '';
}
