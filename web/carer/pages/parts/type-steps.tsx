import { chooseTypeSize, largeSteps } from '../../../shared/type-size.ts';
import { useLargeStep } from '../../../shared/use-type-size.ts';
import { useWords } from '../../words/words.ts';
import styles from './habits.module.css';

/** How large, once one reads in large type: each word is as large as what it gives. */
export function TypeSteps() {
  const { t } = useWords();
  const now = useLargeStep();
  if (!now) return null;
  return (
    <fieldset className={styles.steps}>
      <legend>{t('me.typeStep')}</legend>
      {largeSteps.map((step) => (
        <button
          key={step}
          type="button"
          className={`${styles.step} ${styles[step]}`}
          aria-pressed={step === now}
          onClick={() => chooseTypeSize(step)}
        >
          {t(`me.${step}`)}
        </button>
      ))}
    </fieldset>
  );
}
