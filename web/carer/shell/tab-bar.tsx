import {
  ActivitiesIcon,
  GrowthIcon,
  HomeIcon,
  type Icon,
  LearnIcon,
  MeIcon,
} from '../../shared/icons.tsx';
import { Link } from '../links.ts';
import { useWords } from '../words/words.ts';
import styles from './tab-bar.module.css';

const tabs = [
  { to: '/', word: 'tabs.home', Icon: HomeIcon },
  { to: '/activities', word: 'tabs.activities', Icon: ActivitiesIcon },
  { to: '/learning', word: 'tabs.learning', Icon: LearnIcon },
  { to: '/growth', word: 'tabs.growth', Icon: GrowthIcon },
  { to: '/me', word: 'tabs.me', Icon: MeIcon },
] as const satisfies readonly { readonly to: string; readonly word: string; readonly Icon: Icon }[];

export function TabBar() {
  const { t } = useWords();
  return (
    <nav className={styles.bar} aria-label={t('tabs.label')}>
      <ul className={styles.tabs}>
        {tabs.map(({ to, word, Icon }) => (
          <li key={to}>
            <Link to={to} exact={to === '/'} className={styles.tab ?? ''}>
              <span className={styles.icon}>
                <Icon />
              </span>
              {t(word)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
