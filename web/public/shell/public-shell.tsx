import { Outlet } from '@tanstack/react-router';
import { LanguageSwitch } from '../../shared/components/language-switch.tsx';
import { PageMissing } from '../../shared/components/page-missing.tsx';
import { TypeSizeSwitch } from '../../shared/components/type-size-switch.tsx';
import { Mark } from '../../shared/mark/mark.tsx';
import { useSharedWords } from '../../shared/words/words.ts';
import { Link } from '../links.ts';
import { useWords } from '../words/words.ts';
import styles from './public-shell.module.css';

const nav = [
  { to: '/', word: 'nav.what' },
  { to: '/calendar', word: 'nav.calendar' },
  { to: '/verify', word: 'nav.verify' },
  { to: '/sign-in', word: 'nav.signIn' },
] as const;

/** Around every public page: the mark and four ways above, who runs it below. */
export function PublicShell() {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  return (
    <div className={styles.front}>
      <a href="#content" className={styles.skip}>
        {shared('skipToContent')}
      </a>
      <header className={styles.header}>
        <div className={styles.width}>
          <Link to="/" className={styles.sign ?? ''}>
            <Mark size={40} />
            {shared('product')}
          </Link>
          <nav aria-label={t('navigation')} className={styles.nav}>
            {nav.map(({ to, word }) => (
              <Link key={to} to={to} exact={to === '/'} className={styles.way ?? ''}>
                {t(word)}
              </Link>
            ))}
          </nav>
        </div>
      </header>
      <main id="content" className={styles.page} tabIndex={-1}>
        <Outlet />
      </main>
      <footer className={styles.footer}>
        <div className={styles.width}>
          <div className={styles.lines}>
            <p>{t('footer.line')}</p>
            <p>{t('footer.privacy')}</p>
            <p>
              <Link to="/progress">{t('footer.progress')}</Link>
            </p>
          </div>
          <div className={styles.switches}>
            <TypeSizeSwitch />
            <LanguageSwitch />
          </div>
        </div>
      </footer>
    </div>
  );
}

export function Missing() {
  return <PageMissing home="/" />;
}
