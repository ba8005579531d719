import type { ExplainedEntry } from '../../../shared/api-types.gen.ts';
import { formatInstant } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { useWords } from '../../words/words.ts';
import { Terms } from '../parts/terms.tsx';
import styles from './chain.module.css';

const methods = ['pass', 'hall-code', 'staff', 'offline', 'paper', 'finish'] as const;

/** When one came and left, how that is known, and what was corrected since. */
export function RecordBehind({ explained }: { readonly explained: ExplainedEntry }) {
  const { t } = useWords();
  const language = useLanguage();
  const howOf = useMethods();
  const { record } = explained;
  if (!record) return <p>{t('explain.otherRecord')}</p>;
  const { entered_at: entered, left_at: left, minutes } = record;
  return (
    <>
      <Terms
        rows={[
          {
            term: t('explain.entered'),
            value: t('explain.how', {
              at: formatInstant(entered, language),
              how: howOf(record.entry_method),
            }),
          },
          {
            term: t('explain.left'),
            value: left
              ? t('explain.how', {
                  at: formatInstant(left, language),
                  how: howOf(record.exit_method ?? ''),
                })
              : record.exit_method && howOf(record.exit_method),
          },
          {
            term: t('explain.minutes'),
            value: minutes !== null && t('contests.minutes', { minutes }),
          },
        ]}
      />
      {record.corrections.map((one) => (
        <p key={one.at} className={styles.soft}>
          {t('explain.correction', {
            at: formatInstant(one.at, language),
            by: one.by,
            before: one.minutes_before ?? 0,
            after: one.minutes_after,
            reason: one.reason,
          })}
        </p>
      ))}
    </>
  );
}

function useMethods(): (method: string) => string {
  const { t } = useWords();
  return (method) => {
    const known = methods.find((one) => one === method);
    return known ? t(`explain.methods.${known}`) : method;
  };
}
