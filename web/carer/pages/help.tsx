import { Asked } from '../../shared/components/asked.tsx';
import { buttonLook } from '../../shared/components/button.tsx';
import { Card } from '../../shared/components/card.tsx';
import { LanguageSwitch } from '../../shared/components/language-switch.tsx';
import { TypeSizeSwitch } from '../../shared/components/type-size-switch.tsx';
import { formatPhone } from '../../shared/format.ts';
import { PhoneIcon } from '../../shared/icons.tsx';
import { Link } from '../links.ts';
import { usePlan } from '../queries/plan.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { useKeptHabits } from './parts/keep-habits.ts';
import { useSay } from './parts/say.ts';

export function Page() {
  const { t } = useWords();
  useKeptHabits();
  return (
    <>
      <PageHead title={t('help.title')} back="/me" />
      <Card title={t('help.teacher')} tone="mint">
        <p>{t('help.teacherText')}</p>
      </Card>
      <District />
      <Card title={t('help.emergency')}>
        <div style={{ display: 'grid', gap: 'var(--space-3)' }}>
          <a href="tel:12355" className={buttonLook({ kind: 'quiet', wide: true })}>
            <PhoneIcon /> {t('help.minors')}
          </a>
          <a href="tel:110" className={buttonLook({ kind: 'quiet', wide: true })}>
            <PhoneIcon /> {t('help.police')}
          </a>
        </div>
      </Card>
      {/* In large type there is no 我的, so what one needs of it is here. */}
      <Card title={t('me.settings')}>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 'var(--space-2) var(--space-4)' }}>
          <TypeSizeSwitch />
          <LanguageSwitch />
        </div>
        <p>
          <Link to="/install" className={buttonLook({ kind: 'quiet', wide: true })}>
            {t('me.install')}
          </Link>
        </p>
      </Card>
    </>
  );
}

/** The district's own desk, as its plan names it: for who does not reach the class teacher. */
function District() {
  const { t } = useWords();
  const say = useSay();
  return (
    <Card title={t('help.district')}>
      <Asked question={usePlan()} lines={3}>
        {({ office, contact: { phone, address, hours } }) => (
          <div style={{ display: 'grid', gap: 'var(--space-3)' }}>
            <p>
              {say(office)}
              <br />
              {say(address)}
              {hours && (
                <>
                  <br />
                  {say(hours)}
                </>
              )}
            </p>
            {phone && (
              <a href={`tel:${phone}`} className={buttonLook({ wide: true })}>
                <PhoneIcon /> {t('help.call', { phone: formatPhone(phone) })}
              </a>
            )}
          </div>
        )}
      </Asked>
    </Card>
  );
}
