import type { CertificateRow } from '../../../shared/api-types.gen.ts';
import { useWords } from '../../words/words.ts';
import { Tag, type Tone } from '../parts/tag.tsx';

type State = CertificateRow['state'];

export const certificateStates = [
  'valid',
  'suspended',
  'contested',
  'ended',
  'revoked',
  'replaced',
  'due',
] as const satisfies State[];

const tones: Readonly<Record<State, Tone>> = {
  due: 'plain',
  valid: 'mint',
  suspended: 'amber',
  contested: 'amber',
  ended: 'plain',
  revoked: 'brick',
  replaced: 'plain',
};

export function CertificateStateTag({ state }: { readonly state: State }) {
  const { t } = useWords();
  return <Tag tone={tones[state]}>{t(`certificateStates.${state}`)}</Tag>;
}
