import { OnwardIcon } from '../../shared/icons.tsx';
import { Personas } from '../../shared/sign-in/personas.tsx';
import { useWords } from '../words/words.ts';
import styles from './sign-in.module.css';

export function Page() {
  const { t } = useWords();
  return (
    <div className={styles.doors}>
      <h1 className={styles.title}>{t('signIn.title')}</h1>
      <a href="/app/" className={styles.door}>
        <span>
          <span className={styles.name}>{t('signIn.carers')}</span>
          {t('signIn.carersText')}
        </span>
        <OnwardIcon />
      </a>
      <a href="/desk/" className={styles.door}>
        <span>
          <span className={styles.name}>{t('signIn.staff')}</span>
          {t('signIn.staffText')}
        </span>
        <OnwardIcon />
      </a>
      <Personas />
    </div>
  );
}
