import { ActivitiesIcon, GrowthIcon, PhoneIcon, ScanIcon } from '../../shared/icons.tsx';
import { Link } from '../links.ts';
import { isInside, useHome } from '../queries/home.ts';
import { useWords } from '../words/words.ts';
import styles from './four-doors.module.css';

const doors = [
  { to: '/my-activities', word: 'doors.activities', Icon: ActivitiesIcon },
  { to: '/scan', word: 'doors.scan', Icon: ScanIcon },
  { to: '/growth', word: 'doors.points', Icon: GrowthIcon },
  { to: '/help', word: 'doors.help', Icon: PhoneIcon },
] as const;

/** The home of large-type mode: four big doors and nothing else. */
export function FourDoors() {
  const { t } = useWords();
  const home = useHome().data;
  const inside = home !== undefined && isInside(home);
  return (
    <nav aria-label={t('doors.label')}>
      <ul className={styles.doors}>
        {doors.map(({ to, word, Icon }) => (
          <li key={to}>
            <Link to={to} className={styles.door ?? ''}>
              <Icon size={1.9} />
              {t(word === 'doors.scan' && inside ? 'doors.scanExit' : word)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
