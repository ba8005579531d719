import type { ExcuseRow } from '../../../shared/api-types.gen.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../parts/say.ts';

/** Whose task it is: a name, a place with all in it, or a body by its place. */
export function useWhose(): (excuse: ExcuseRow) => string {
  const { t } = useWords();
  const say = useSay();
  return ({ scope, holder_name, place_name, body }) => {
    if (scope === 'all') return t('excuses.allOf', { place: place_name });
    if (body && holder_name === '') {
      return t('excuses.bodyAt', { place: place_name, body: say(body) });
    }
    return holder_name || place_name;
  };
}
