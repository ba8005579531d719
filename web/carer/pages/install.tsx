import { Card } from '../../shared/components/card.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { IN_WECHAT } from './parts/outside-wechat.tsx';

/** Opened from the home screen, without the browser's bars around it. */
const IS_INSTALLED = matchMedia('(display-mode: standalone)').matches;
const ON_IPHONE = /iPhone|iPad/.test(navigator.userAgent);

/** How the app comes to the phone's home screen: each browser has its own way, and few tell it. */
export function Page() {
  const { t } = useWords();
  return (
    <>
      <PageHead title={t('install.title')} back="/me" />
      {IS_INSTALLED ? (
        <Card title={t('install.done')} tone="mint">
          <p>{t('install.doneText')}</p>
        </Card>
      ) : (
        <>
          <p>{t('install.why')}</p>
          <Card title={t(IN_WECHAT ? 'install.inWechat' : 'install.how')}>
            <Steps />
          </Card>
        </>
      )}
    </>
  );
}

function Steps() {
  const { t } = useWords();
  if (IN_WECHAT) {
    return (
      <ol>
        <li>{t('wechat.menu')}</li>
        <li>{t('wechat.browser')}</li>
        <li>{t('install.openAgain')}</li>
      </ol>
    );
  }
  const phone = ON_IPHONE ? 'iphone' : 'android';
  return (
    <ol>
      <li>{t(`install.${phone}.menu`)}</li>
      <li>{t(`install.${phone}.choose`)}</li>
      <li>{t(`install.${phone}.confirm`)}</li>
    </ol>
  );
}
