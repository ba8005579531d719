import { buttonLook } from '../../shared/components/button.tsx';
import { Card } from '../../shared/components/card.tsx';
import { useFilters } from '../../shared/routing/app-pages.tsx';
import { Link } from '../links.ts';
import { useSchools } from '../queries/calendar.ts';
import { useWords } from '../words/words.ts';
import styles from './calendar/calendar.module.css';

/** The calendars anyone may keep in the own phone: the district's and each school's, and how to, phone by phone. */
export function Page() {
  const { t } = useWords();
  const [{ school }, setFilters] = useFilters({ school: '' });
  const schools = useSchools().data?.items ?? [];
  const chosen = schools.find(({ id }) => id === school);
  return (
    <div className={styles.page}>
      <header>
        <h1 className={styles.title}>{t('subscribe.title')}</h1>
        <p className={styles.lead}>{t('subscribe.lead')}</p>
      </header>
      <label className={styles.choice}>
        <span>{t('subscribe.which')}</span>
        <select value={school} onChange={({ target }) => setFilters({ school: target.value })}>
          <option value="">{t('subscribe.district')}</option>
          {schools.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Feed path={chosen ? `organisations/${chosen.id}.ics` : 'public.ics'} />
      <HowTo />
      <p>
        <Link to="/calendar">{t('subscribe.toCalendar')}</Link>
      </p>
    </div>
  );
}

/** The address to read and to copy; a phone that knows what to do with it opens its calendar. */
function Feed({ path }: { readonly path: string }) {
  const { t } = useWords();
  const address = `${location.host}/api/v1/feeds/${path}`;
  return (
    <Card title={t('subscribe.address')}>
      <div className={styles.parts}>
        <p className={styles.address}>{`${location.protocol}//${address}`}</p>
        <a href={`webcal://${address}`} className={buttonLook({ wide: true })}>
          {t('subscribe.open')}
        </a>
        <p className={styles.soft}>{t('subscribe.openHint')}</p>
      </div>
    </Card>
  );
}

const phones = ['apple', 'huawei', 'xiaomi', 'outlook', 'wechat'] as const;

function HowTo() {
  const { t } = useWords();
  return (
    <section className={styles.parts}>
      <h2>{t('subscribe.how')}</h2>
      {phones.map((phone) => (
        <details key={phone} className={styles.how}>
          <summary>{t(`subscribe.${phone}`)}</summary>
          <p>{t(`subscribe.${phone}Text`)}</p>
        </details>
      ))}
    </section>
  );
}
