import type { ActivityState } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { Tag, type Tone } from './tag.tsx';

export const activityStates = ['draft', 'published', 'finished', 'cancelled'] as const;

const tones: Readonly<Record<ActivityState, Tone>> = {
  draft: 'amber',
  published: 'mint',
  finished: 'plain',
  cancelled: 'brick',
};

export function ActivityStateTag({ state }: { readonly state: ActivityState }) {
  const { t } = useWords();
  return <Tag tone={tones[state]}>{t(`activityStates.${state}`)}</Tag>;
}
