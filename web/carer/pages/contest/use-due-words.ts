import { formatDay } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import type { OwnContest } from '../../queries/contests.ts';
import { useWords } from '../../words/words.ts';

/** Who owes what until which day, itself included; nothing when nothing is owed. */
export function useDueWords(): (contest: Pick<OwnContest, 'state' | 'due_at'>) => string | null {
  const { t } = useWords();
  const language = useLanguage();
  return ({ state, due_at: due }) => {
    if (!due || (state !== 'open' && state !== 'answered' && state !== 'escalated')) return null;
    const lastDay = new Date(Date.parse(due) - 1).toISOString();
    return t(`contests.due.${state}`, { day: formatDay(lastDay, language) });
  };
}
