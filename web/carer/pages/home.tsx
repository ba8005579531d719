import { buttonLook } from '../../shared/components/button.tsx';
import { Card } from '../../shared/components/card.tsx';
import { useSignedIn } from '../../shared/queries/me.ts';
import { useTypeSize } from '../../shared/type-size.ts';
import { Link } from '../links.ts';
import { ChildSwitcher } from '../shell/child-switcher.tsx';
import { FourDoors } from '../shell/four-doors.tsx';
import { Greeting } from '../shell/greeting.tsx';
import { useWords } from '../words/words.ts';

export function Page() {
  const large = useTypeSize() === 'large';
  return large ? <LargeHome /> : <NormalHome />;
}

function LargeHome() {
  const { t } = useWords();
  return (
    <>
      <h1 className="spoken">{t('home.title')}</h1>
      <FourDoors />
    </>
  );
}

function NormalHome() {
  const { t } = useWords();
  const { person } = useSignedIn();
  return (
    <>
      <Greeting name={person.name} />
      <ChildSwitcher />
      <Card title={t('home.quiet')} tone="mint">
        <p>{t('home.quietText')}</p>
        <p style={{ marginTop: 'var(--space-4)' }}>
          <Link to="/activities" className={buttonLook({ wide: true })}>
            {t('home.toActivities')}
          </Link>
        </p>
      </Card>
    </>
  );
}
