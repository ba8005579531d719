import { formatDay } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import type { CarerPoints } from '../../queries/answers.ts';
import { useWords } from '../../words/words.ts';
import list from './list.module.css';
import { Section } from './section.tsx';

type Relief = CarerPoints['reliefs'][number];

/** What the school wrote down about me, and how it stands. Other carers do not see it. */
export function MyReliefs({ reliefs }: { readonly reliefs: readonly Relief[] }) {
  const { t } = useWords();
  if (reliefs.length === 0) return null;
  return (
    <Section title={t('asked.mine')}>
      <ul className={list.list}>
        {reliefs.map((relief) => (
          <li key={relief.id} className={list.row}>
            <Line relief={relief} />
          </li>
        ))}
      </ul>
      <p className={list.soft}>{t('asked.mineText')}</p>
    </Section>
  );
}

function Line({ relief }: { readonly relief: Relief }) {
  const { t } = useWords();
  const language = useLanguage();
  const { kind, from_on, until_on, reason, state, decision_reason } = relief;
  const from = formatDay(from_on, language);
  const days = until_on ? `${from} – ${formatDay(until_on, language)}` : t('asked.since', { from });
  return (
    <span className={list.words}>
      <span className={list.title}>
        {t(`asked.${kind}`)} · {t(`asked.${state}`)}
      </span>
      <span>{days}</span>
      <span className={list.soft}>{reason}</span>
      {decision_reason && (
        <span className={list.soft}>{t('asked.why', { reason: decision_reason })}</span>
      )}
    </span>
  );
}
