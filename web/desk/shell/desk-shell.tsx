import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { Skeleton } from '../../shared/components/loading.tsx';
import { PageMissing } from '../../shared/components/page-missing.tsx';
import { useSignedIn } from '../../shared/queries/me.ts';
import { Gate } from '../../shared/sign-in/gate.tsx';
import { useSharedWords } from '../../shared/words/words.ts';
import { useWords } from '../words/words.ts';
import styles from './desk-shell.module.css';
import { DeskSignIn } from './desk-sign-in.tsx';
import { Navigation } from './navigation.tsx';
import { TopBar } from './top-bar.tsx';

const Account = lazy(() => import('../pages/account.tsx').then(({ Page }) => ({ default: Page })));

/** Around every page of the desk: chapters at the left, place, search and oneself above. */
export function DeskShell() {
  return (
    <Gate signIn={DeskSignIn}>
      <Desk />
    </Gate>
  );
}

function Desk() {
  const { t } = useSharedWords();
  const { posts, still_to_prove: toProve } = useSignedIn();
  return (
    <div className={styles.desk}>
      <a href="#content" className={styles.skip}>
        {t('skipToContent')}
      </a>
      <aside className={styles.side}>
        <Navigation />
      </aside>
      <div className={styles.room}>
        <TopBar />
        <main id="content" className={styles.page} tabIndex={-1}>
          {toProve ? (
            <Suspense fallback={<Skeleton lines={6} />}>
              <Account />
            </Suspense>
          ) : posts.length > 0 ? (
            <Outlet />
          ) : (
            <NoDesk />
          )}
        </main>
      </div>
    </div>
  );
}

function NoDesk() {
  const { t } = useWords();
  return (
    <EmptyState
      titleAs="h1"
      title={t('noDesk.title')}
      text={t('noDesk.text')}
      action={<a href="/app/">{t('noDesk.go')}</a>}
    />
  );
}

export function Missing() {
  return <PageMissing home="/desk/" />;
}
