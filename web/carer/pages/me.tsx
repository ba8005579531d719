import {
  ActivitiesIcon,
  CertificateIcon,
  CodeIcon,
  DoneIcon,
  DownloadIcon,
  FamilyIcon,
  GrowthIcon,
  KeyIcon,
  MeIcon,
  NoticeIcon,
  OnwardIcon,
  PhoneIcon,
  ReminderIcon,
} from '../../shared/icons.tsx';
import { useSignedIn } from '../../shared/queries/me.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { Link } from '../links.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import styles from './me.module.css';
import { Habits } from './parts/habits.tsx';
import { useKeptHabits } from './parts/keep-habits.ts';

const places = [
  { to: '/my-code', word: 'me.code', Icon: CodeIcon },
  { to: '/my-activities', word: 'me.activities', Icon: ActivitiesIcon },
  { to: '/notices', word: 'me.notices', Icon: NoticeIcon },
  { to: '/growth/entries', word: 'me.points', Icon: GrowthIcon },
  { to: '/contests', word: 'me.contests', Icon: DoneIcon },
  { to: '/certificates', word: 'me.certificates', Icon: CertificateIcon },
  { to: '/family', word: 'me.family', Icon: FamilyIcon },
  { to: '/reminders', word: 'me.reminders', Icon: ReminderIcon },
  { to: '/devices', word: 'me.devices', Icon: KeyIcon },
  { to: '/my-data', word: 'me.data', Icon: MeIcon },
  { to: '/install', word: 'me.install', Icon: DownloadIcon },
  { to: '/help', word: 'me.help', Icon: PhoneIcon },
] as const;

export function Page() {
  const { t } = useWords();
  const { person, district } = useSignedIn();
  const language = useLanguage();
  useKeptHabits();
  return (
    <>
      <PageHead title={person.name} />
      <ul className={styles.places}>
        {places.map(({ to, word, Icon }) => (
          <li key={to}>
            <Link to={to} className={styles.place ?? ''}>
              <Icon />
              <span className={styles.word}>{t(word)}</span>
              <OnwardIcon size={1.1} />
            </Link>
          </li>
        ))}
      </ul>
      <Habits />
      <p className={styles.district}>{language === 'en' ? district.name_en : district.name_zh}</p>
    </>
  );
}
