import { Mark } from '../../shared/mark/mark.tsx';
import { useMay } from '../../shared/queries/me.ts';
import { useSharedWords } from '../../shared/words/words.ts';
import { chapters } from '../chapters.ts';
import { Link } from '../links.ts';
import { useWords } from '../words/words.ts';
import styles from './navigation.module.css';

interface NavigationProps {
  /** After a page was chosen: closes the drawer of a narrow screen. */
  readonly onChosen?: () => void;
}

/** The plan's chapters, only what one may do. */
export function Navigation({ onChosen }: NavigationProps) {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const may = useMay();
  return (
    <nav className={styles.navigation} aria-label={t('navigation')}>
      <Link to="/" className={styles.sign ?? ''} {...(onChosen && { onClick: onChosen })}>
        <Mark size={32} />
        <span>
          {shared('product')}
          <span className={styles.desk}>{t('desk')}</span>
        </span>
      </Link>
      {chapters.map(({ word, pages }) => {
        const open = pages.filter(({ needs }) => needs.length === 0 || needs.some(may));
        if (open.length === 0) return null;
        return (
          <section key={word} className={styles.chapter}>
            <h2 className={styles.title}>{t(word)}</h2>
            <ul>
              {open.map(({ to, word: page, Icon }) => (
                <li key={to}>
                  <Link
                    to={to}
                    exact={to === '/'}
                    className={styles.page ?? ''}
                    {...(onChosen && { onClick: onChosen })}
                  >
                    <Icon size={1.4} />
                    {t(page)}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}
