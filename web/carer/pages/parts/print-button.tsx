import { Button } from '../../../shared/components/button.tsx';
import { useWords } from '../../words/words.ts';
import styles from './print-button.module.css';

/** On paper itself there is no button. */
export function PrintButton() {
  const { t } = useWords();
  return (
    <div className={styles.print}>
      <Button kind="quiet" wide onClick={() => window.print()}>
        {t('explain.print')}
      </Button>
    </div>
  );
}
