import { buttonLook } from '../../shared/components/button.tsx';
import { Card } from '../../shared/components/card.tsx';
import { LanguageSwitch } from '../../shared/components/language-switch.tsx';
import { TypeSizeSwitch } from '../../shared/components/type-size-switch.tsx';
import { PhoneIcon } from '../../shared/icons.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { useKeptHabits } from './parts/keep-habits.ts';

export function Page() {
  const { t } = useWords();
  useKeptHabits();
  return (
    <>
      <PageHead title={t('help.title')} back="/me" />
      <Card title={t('help.teacher')} tone="mint">
        <p>{t('help.teacherText')}</p>
      </Card>
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
      {/* In large type there is no 我的, so the way back to standard type is here. */}
      <Card title={t('me.settings')}>
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 'var(--space-2) var(--space-4)' }}>
          <TypeSizeSwitch />
          <LanguageSwitch />
        </div>
      </Card>
    </>
  );
}
