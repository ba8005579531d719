import { formatHours } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import type { AwardRow } from '../../queries/awards.ts';
import { useWords } from '../../words/words.ts';

/** Hours, or how many times. */
export function useAmount(): (award: Pick<AwardRow, 'unit' | 'quantity'>) => string {
  const { t } = useWords();
  const language = useLanguage();
  return ({ unit, quantity }) =>
    unit === 'minutes' ? formatHours(quantity, language) : t('awards.times', { count: quantity });
}
