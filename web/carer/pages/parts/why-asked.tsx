import { formatDay, formatPoints } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import type { CarerPoints } from '../../queries/answers.ts';
import { useWords } from '../../words/words.ts';
import list from './list.module.css';
import { Section } from './section.tsx';

type ChildPoints = CarerPoints['children'][number];

/** Why this family's score is what it is, where it is not simply what the plan asks of everyone. */
export function WhyAsked({ child }: { readonly child: ChildPoints }) {
  const { t } = useWords();
  const language = useLanguage();
  const reasons = useReasons(child);
  if (reasons.length === 0) return null;
  return (
    <Section title={t('asked.title', { points: formatPoints(child.threshold, language) })}>
      <ul className={list.list}>
        {[t('asked.usual', { points: formatPoints(child.usual, language) }), ...reasons].map(
          (reason) => (
            <li key={reason} className={list.row}>
              <span className={list.words}>{reason}</span>
            </li>
          ),
        )}
      </ul>
    </Section>
  );
}

function useReasons({ counted, because }: ChildPoints): string[] {
  const { t } = useWords();
  const language = useLanguage();
  const who = counted === 'best' && because.every(({ kind }) => kind !== 'each');
  return [
    ...(who ? [t('asked.best')] : []),
    ...because.map(
      ({ kind, percent = 0, carers = 0, arrived_on = '', months = 0, of_months = 0 }) => {
        if (kind === 'each') return t(carers === 1 ? 'asked.eachOfOne' : 'asked.each', { percent });
        if (kind === 'relief') return t('asked.relief', { percent });
        if (kind === 'at-least') return t('asked.atLeast', { percent });
        const day = formatDay(arrived_on, language);
        return t('asked.movedIn', { day, months: String(months), of: String(of_months) });
      },
    ),
  ];
}
