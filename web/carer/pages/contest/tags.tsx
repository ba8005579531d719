import type { OwnContest } from '../../queries/contests.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../parts/say.ts';
import { Tag, Tags } from '../parts/tag.tsx';

const tones = {
  open: 'amber',
  answered: 'mint',
  escalated: 'amber',
  closed: 'mint',
  withdrawn: 'plain',
} as const;

type Shown = Pick<OwnContest, 'claim' | 'state' | 'state_name' | 'outcome'>;

/** What kind it is, how it stands, and what was decided. */
export function ContestTags({ contest }: { readonly contest: Shown }) {
  const { t } = useWords();
  const say = useSay();
  const { claim, state, state_name: name, outcome } = contest;
  return (
    <Tags>
      <Tag>{t(`contests.claims.${claim}`)}</Tag>
      <Tag tone={tones[state]}>{say(name)}</Tag>
      {outcome && (
        <Tag tone={outcome === 'upheld' ? 'mint' : 'plain'}>
          {t(`contests.outcomes.${outcome}`)}
        </Tag>
      )}
    </Tags>
  );
}
