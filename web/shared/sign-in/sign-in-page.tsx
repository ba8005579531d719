import type { ReactNode } from 'react';
import { LanguageSwitch } from '../components/language-switch.tsx';
import { TypeSizeSwitch } from '../components/type-size-switch.tsx';
import { Mark } from '../mark/mark.tsx';
import { useSharedWords } from '../words/words.ts';
import { Personas } from './personas.tsx';
import styles from './sign-in.module.css';

/** The front hall: the mark, one form, and in a demo the people to walk in as. */
export function SignInPage({ children }: { readonly children: ReactNode }) {
  const { t } = useSharedWords();
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <TypeSizeSwitch />
        <LanguageSwitch />
      </header>
      <main className={styles.hall}>
        <div className={styles.sign}>
          <Mark size={72} />
          <p className={styles.product}>{t('product')}</p>
          <p className={styles.lead}>{t('productLine')}</p>
        </div>
        <div className={styles.form}>{children}</div>
        <Personas />
      </main>
    </div>
  );
}
