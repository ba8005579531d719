import type { PointEntry } from '../../../shared/api-types.gen.ts';
import { formatPoints } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from './say.ts';

type Limited = Pick<
  PointEntry['rule'],
  'cap_day' | 'cap_month' | 'cap_term' | 'tiers' | 'category'
>;

/** What holds a rule's points back, each limit in a few words. */
export function useLimits(): (rule: Limited) => string[] {
  const { t } = useWords();
  const language = useLanguage();
  const say = useSay();
  const points = (hundredths: number) => ({ points: formatPoints(hundredths, language) });
  const commonLimits = (category: Limited['category']) => {
    if (!category) return [];
    const { cap_term: term, cap_source: source } = category;
    const title = say(category.title);
    return [
      term !== null && t('entries.category', { title, ...points(term) }),
      source !== null && t('entries.source', { title, ...points(source) }),
    ];
  };
  return ({ cap_day, cap_month, cap_term, tiers, category }) =>
    [
      cap_day !== null && t('entries.capDay', points(cap_day)),
      cap_month !== null && t('entries.capMonth', points(cap_month)),
      ...tiers.map(({ above, percent }) => t('entries.tier', { ...points(above), percent })),
      cap_term !== null && t('entries.capTerm', points(cap_term)),
      ...commonLimits(category),
    ].filter((limit) => typeof limit === 'string');
}
