import { formatDay } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import type { ContestLine } from '../../queries/contests.ts';
import { useWords } from '../../words/words.ts';
import { Tag } from '../parts/tag.tsx';

const tones = { calm: 'plain', soon: 'amber', late: 'brick' } as const;

/** The last day, itself included, and how near it is: by the server's one rule. */
export function DueTag({ due, urgency }: { due: string | null; urgency: ContestLine['urgency'] }) {
  const { t } = useWords();
  const language = useLanguage();
  if (!due) return '—';
  const day = formatDay(new Date(Date.parse(due) - 1).toISOString(), language);
  return <Tag tone={tones[urgency]}>{t(`contests.dueOn.${urgency}`, { day })}</Tag>;
}
