import type { ExcuseRow } from '../../../shared/api-types.gen.ts';
import { useWords } from '../../words/words.ts';

/** Whose task it is: a name, a place with all in it, or a body by its place. */
export function useWhose(): (excuse: ExcuseRow) => string {
  const { t } = useWords();
  return ({ scope, holder_name, place_name }) => {
    if (scope === 'all') return t('excuses.allOf', { place: place_name });
    return holder_name || t('excuses.bodyAt', { place: place_name });
  };
}
