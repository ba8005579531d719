import type { AnomalyLine } from '../../queries/anomalies.ts';
import { useSay } from '../parts/say.ts';
import { Tag } from '../parts/tag.tsx';

const tones = { open: 'amber', explained: 'mint', passed: 'mint', gone: 'plain' } as const;

export function AnomalyState({
  line,
}: {
  readonly line: Pick<AnomalyLine, 'state' | 'state_name'>;
}) {
  const say = useSay();
  return <Tag tone={tones[line.state]}>{say(line.state_name)}</Tag>;
}
