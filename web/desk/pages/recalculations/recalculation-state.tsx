import type { Recalculation } from '../../../shared/api-types.gen.ts';
import { useWords } from '../../words/words.ts';
import { Tag, type Tone } from '../parts/tag.tsx';

const tones: Readonly<Record<Recalculation['state'], Tone>> = {
  counting: 'amber',
  ordered: 'amber',
  confirmed: 'amber',
  done: 'mint',
  withdrawn: 'plain',
};

export function RecalculationState({ state }: Pick<Recalculation, 'state'>) {
  const { t } = useWords();
  return <Tag tone={tones[state]}>{t(`recalculations.${state}`)}</Tag>;
}
