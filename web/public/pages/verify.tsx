import { useLocation } from '@tanstack/react-router';
import { asProblem } from '../../shared/api-problem.ts';
import { ErrorState } from '../../shared/components/error-state.tsx';
import { Skeleton } from '../../shared/components/loading.tsx';
import { readToken } from '../checking/read-token.ts';
import { useKeptForLater } from '../checking/worker.ts';
import { useGo } from '../links.ts';
import { useCertificateCheck, useVerificationKit } from '../queries/certificates.ts';
import { useWords } from '../words/words.ts';
import { AskForLink } from './verify/ask-for-link.tsx';
import { Verdict } from './verify/verdict.tsx';
import { VerdictLine } from './verify/verdict-line.tsx';
import styles from './verify/verify.module.css';

/** The token stands after `#`, which browsers never send to a server; the check sends it in its body. */
export function Page() {
  const { t } = useWords();
  const go = useGo();
  const token = readToken(useLocation().hash) ?? '';
  const check = useCertificateCheck(token);
  // Asked for with a network, so that the next check may be without one.
  const kit = useVerificationKit();
  useKeptForLater();
  if (token === '') {
    return (
      <AskForLink kit={kit.data} onToken={(found) => void go({ to: '/verify', hash: found })} />
    );
  }
  if (check.data) return <Verdict certificate={check.data} />;
  return (
    <div className={styles.page}>
      {check.error ? (
        <NotShown error={check.error} retry={() => void check.refetch()} />
      ) : (
        <>
          <h1 className={styles.title}>{t('verify.checking')}</h1>
          <Skeleton lines={6} />
        </>
      )}
      <p className={styles.other}>
        <button type="button" className={styles.plain} onClick={() => void go({ to: '/verify' })}>
          {t('verify.other')}
        </button>
      </p>
    </div>
  );
}

interface NotShownProps {
  readonly error: unknown;
  readonly retry: () => void;
}

/** A link that is not ours is an answer and stands as large as one; a dead network is not. */
function NotShown({ error, retry }: NotShownProps) {
  const { t } = useWords();
  const { status, title, detail, remedy } = asProblem(error);
  if (status < 400 || status >= 500) {
    return (
      <>
        <h1 className={styles.title}>{t('verify.title')}</h1>
        <ErrorState error={error} retry={retry} />
      </>
    );
  }
  return (
    <VerdictLine
      verdict="invalid"
      title={title}
      text={[detail, remedy].filter(Boolean).join(' ')}
    />
  );
}
