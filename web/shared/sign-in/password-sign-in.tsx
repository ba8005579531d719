import { type FormEvent, type ReactNode, useState } from 'react';
import { ApiProblem } from '../api-problem.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { useSignIn } from '../queries/sign-in.ts';
import { useSharedWords } from '../words/words.ts';
import { digitsOf } from './phone-step.tsx';
import { ProblemLine } from './problem-line.tsx';
import styles from './sign-in.module.css';
import { SignInPage } from './sign-in-page.tsx';

const TOTP_DIGITS = 6;

/** The staff's way in: account and password, then the authenticator where the post is sensitive. */
export function PasswordSignIn({ beside }: { readonly beside?: ReactNode }) {
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const [asksTotp, setAsksTotp] = useState(false);
  const [tried, setTried] = useState(false);
  const { t } = useSharedWords();
  const send = (totp?: string) => {
    const body = { account: account.trim(), password, ...(totp && { totp }) };
    signIn.mutate(body, { onError: (error) => wantsTotp(error) && setAsksTotp(true) });
  };
  if (asksTotp) {
    const first = signIn.variables !== undefined && !('totp' in signIn.variables);
    return (
      <SignInPage>
        <TotpStep
          signingIn={signIn.isPending}
          error={first ? null : signIn.error}
          onSignIn={send}
          onOtherAccount={() => {
            setAsksTotp(false);
            setPassword('');
            signIn.reset();
          }}
        />
      </SignInPage>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (account.trim() && password && !signIn.isPending) send();
  };
  return (
    <SignInPage>
      <form className={styles.step} onSubmit={submit} noValidate>
        <div>
          <h1 className={styles.title}>{t('signIn.deskTitle')}</h1>
          <p className={styles.lead}>{t('signIn.deskLead')}</p>
        </div>
        <Field
          label={t('signIn.account')}
          autoComplete="username"
          autoCapitalize="none"
          value={account}
          onChange={(event) => setAccount(event.target.value)}
          error={tried && !account.trim() ? t('signIn.accountMissing') : undefined}
        />
        <Field
          label={t('signIn.password')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={tried && !password ? t('signIn.passwordMissing') : undefined}
        />
        <ProblemLine error={signIn.error} />
        <Button type="submit" wide busy={signIn.isPending}>
          {t('do.signIn')}
        </Button>
      </form>
      {beside}
    </SignInPage>
  );
}

/** The server asks for the second step by naming the field it misses. */
function wantsTotp(error: unknown): boolean {
  return (
    error instanceof ApiProblem && (/totp/.test(error.code) || error.reasonOf('totp') !== undefined)
  );
}

interface TotpStepProps {
  readonly signingIn: boolean;
  readonly error: unknown;
  readonly onSignIn: (totp: string) => void;
  readonly onOtherAccount: () => void;
}

function TotpStep({ signingIn, error, onSignIn, onOtherAccount }: TotpStepProps) {
  const { t } = useSharedWords();
  const [totp, setTotp] = useState('');
  const [tried, setTried] = useState(false);
  const complete = totp.length === TOTP_DIGITS;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (complete && !signingIn) onSignIn(totp);
  };
  return (
    <form className={styles.step} onSubmit={submit} noValidate>
      <div>
        <h1 className={styles.title}>{t('signIn.totpTitle')}</h1>
        <p className={styles.lead}>{t('signIn.totpLead')}</p>
      </div>
      <Field
        label={t('signIn.totp')}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        className={styles.digits ?? ''}
        value={totp}
        onChange={(event) => setTotp(digitsOf(event.target.value).slice(0, TOTP_DIGITS))}
        error={tried && !complete ? t('signIn.codeWrong') : undefined}
      />
      <ProblemLine error={error} />
      <Button type="submit" wide busy={signingIn}>
        {t('do.signIn')}
      </Button>
      <Button kind="plain" onClick={onOtherAccount}>
        {t('signIn.otherAccount')}
      </Button>
    </form>
  );
}
