import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import type { DayNote } from '../api-types.gen.ts';
import { useLanguage, useSharedWords } from '../words/words.ts';

/** Holidays, make-up days and festivals from one day to another, `YYYY-MM-DD`, and the terms that they touch. */
export function useDays(from: string, to: string, { enabled = true } = {}) {
  return useQuery({
    queryKey: ['days', from, to],
    queryFn: ({ signal }) => api('GET /api/v1/public/days', { query: { from, to }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
  });
}

/** `const wordsOf = useDayNote(); wordsOf(note)`: 「国庆节放假」, 「国庆节调休，照常上班上学」, 「重阳节」. */
export function useDayNote(): (note: DayNote) => string {
  const { t } = useSharedWords();
  const language = useLanguage();
  const say = ({ zh, en }: { readonly zh: string; readonly en: string }) =>
    language === 'en' ? en : zh;
  return ({ off, makes_up_for: madeUp, festivals }) =>
    [
      ...(off ? [t('days.off', { name: say(off) })] : []),
      ...(madeUp ? [t('days.makesUpFor', { name: say(madeUp) })] : []),
      ...festivals.map(say),
    ].join(language === 'en' ? ', ' : '、');
}
