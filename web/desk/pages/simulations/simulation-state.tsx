import type { SimulationBriefs } from '../../../shared/api-types.gen.ts';
import { useWords } from '../../words/words.ts';
import { Tag, type Tone } from '../parts/tag.tsx';

type State = SimulationBriefs['items'][number]['state'];

const tones: Readonly<Record<State, Tone>> = { running: 'amber', done: 'mint', failed: 'plain' };

export function SimulationState({ state }: { readonly state: State }) {
  const { t } = useWords();
  return <Tag tone={tones[state]}>{t(`simulations.${state}`)}</Tag>;
}
