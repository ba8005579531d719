import { Asked } from '../../shared/components/asked.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { MorningDrawing } from '../../shared/drawings.tsx';
import { useCallsToMake } from '../queries/notices.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { CallToMakeCard } from './calls/call-to-make.tsx';
import styles from './calls/calls.module.css';

/** Families whom no message reached, the most urgent first: what to say, whom to call, how it went. */
export function Page() {
  const { t } = useWords();
  const calls = useCallsToMake();
  return (
    <>
      <PageHead title={t('calls.title')} lead={t('calls.lead')} />
      <Asked question={calls} lines={8}>
        {({ items, total }) =>
          items.length === 0 ? (
            <EmptyState
              drawing={MorningDrawing}
              title={t('calls.none')}
              text={t('calls.noneText')}
            />
          ) : (
            <>
              <p className={styles.count}>{t('calls.count', { count: total })}</p>
              <ul className={styles.cards}>
                {items.map((call) => (
                  <li key={call.id}>
                    <CallToMakeCard call={call} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Asked>
    </>
  );
}
