import type { CarerRow } from '../../../shared/api-types.gen.ts';
import { useWords } from '../../words/words.ts';
import { CarerSearch } from '../parts/carer-search.tsx';
import styles from './scanner.module.css';

/** For those without a phone: found by name, checked in with one press. */
export function ByName({ onChosen }: { readonly onChosen: (carer: CarerRow) => void }) {
  const { t } = useWords();
  return (
    <div className={styles.byName}>
      <p className={styles.soft}>{t('checkInScanner.byNameText')}</p>
      <CarerSearch onChosen={onChosen} />
    </div>
  );
}
