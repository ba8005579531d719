import { Outlet, useLocation } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Skeleton } from '../../shared/components/loading.tsx';
import { PageMissing } from '../../shared/components/page-missing.tsx';
import { BackIcon } from '../../shared/icons.tsx';
import { useMe } from '../../shared/queries/me.ts';
import { Gate } from '../../shared/sign-in/gate.tsx';
import { useTypeSize } from '../../shared/use-type-size.ts';
import { useSharedWords } from '../../shared/words/words.ts';
import { Link } from '../links.ts';
import { ownFile } from '../pages.ts';
import { useWords } from '../words/words.ts';
import styles from './carer-shell.module.css';
import { OfflineBar } from './offline-bar.tsx';
import { TabBar } from './tab-bar.tsx';

/** Not part of the first load of those who are signed in, which is nearly always. */
const PhoneSignIn = lazy(async () => {
  const loaded = await import('../../shared/sign-in/phone-sign-in.tsx');
  return { default: loaded.PhoneSignIn };
});

function SignIn() {
  return (
    <Suspense fallback={<Skeleton lines={4} />}>
      <PhoneSignIn />
    </Suspense>
  );
}

const OwnFile = lazy(async () => ({ default: (await ownFile()).Page }));

/** Only who reads in large type is read to. */
const ReadAloud = lazy(async () => {
  const loaded = await import('./read-aloud/read-aloud.tsx');
  return { default: loaded.ReadAloud };
});

/** Around every page of the phone: one column, and the tabs under the thumb. */
export function CarerShell() {
  const { t } = useSharedWords();
  const large = useTypeSize() === 'large';
  const isStudent = useMe().data?.kind === 'student';
  return (
    <Gate signIn={SignIn}>
      <a href="#content" className={styles.skip}>
        {t('skipToContent')}
      </a>
      <div className={large ? styles.largeScreen : styles.screen}>
        <OfflineBar />
        {large && !isStudent && (
          <nav className={styles.wayHome}>
            <WayHome />
            <Suspense>
              <ReadAloud />
            </Suspense>
          </nav>
        )}
        <main id="content" className={styles.page} tabIndex={-1}>
          {isStudent ? (
            <Suspense fallback={<Skeleton lines={9} />}>
              <OwnFile />
            </Suspense>
          ) : (
            <Outlet />
          )}
        </main>
        {!large && !isStudent && <TabBar />}
      </div>
    </Gate>
  );
}

/** In large type there are no tabs, only the four doors and the way back to them. */
function WayHome() {
  const { t } = useWords();
  const atHome = useLocation({ select: ({ pathname }) => /^\/(app\/?)?$/.test(pathname) });
  if (atHome) return null;
  return (
    <Link to="/" className={styles.wayHomeLink ?? ''}>
      <BackIcon size={1.2} />
      {t('home.backHome')}
    </Link>
  );
}

export function Missing() {
  return <PageMissing home="/app/" />;
}
