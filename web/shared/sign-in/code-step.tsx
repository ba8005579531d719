import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { formatPhone } from '../format.ts';
import { useSendCode } from '../queries/sign-in.ts';
import { useSharedWords } from '../words/words.ts';
import { digitsOf } from './phone-step.tsx';
import { ProblemLine } from './problem-line.tsx';
import styles from './sign-in.module.css';

interface CodeStepProps {
  readonly phone: string;
  readonly code: string;
  readonly onCode: (code: string) => void;
  readonly onOtherPhone: () => void;
  readonly onSignIn: (code: string) => void;
  readonly signingIn: boolean;
  readonly error: unknown;
}

const CODE_DIGITS = 6;
const RESEND_AFTER_SECONDS = 60;

export function CodeStep(props: CodeStepProps) {
  const { phone, code, onCode, onOtherPhone, onSignIn, signingIn, error } = props;
  const { t } = useSharedWords();
  const [tried, setTried] = useState(false);
  const complete = code.length === CODE_DIGITS;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (complete && !signingIn) onSignIn(code);
  };
  const type = (typed: string) => {
    const next = digitsOf(typed).slice(0, CODE_DIGITS);
    onCode(next);
    if (next.length === CODE_DIGITS && next !== code && !signingIn) onSignIn(next);
  };
  return (
    <form className={styles.step} onSubmit={submit} noValidate>
      <div>
        <h1 className={styles.title}>{t('signIn.codeTitle')}</h1>
        <p className={styles.lead}>{t('signIn.codeSentTo', { phone: formatPhone(phone) })}</p>
      </div>
      <Field
        label={t('signIn.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        className={styles.digits ?? ''}
        value={code}
        onChange={(event) => type(event.target.value)}
        error={tried && !complete ? t('signIn.codeWrong') : undefined}
      />
      <ProblemLine error={error} />
      <Button type="submit" wide busy={signingIn}>
        {t('do.signIn')}
      </Button>
      <div className={styles.beside}>
        <Button kind="plain" onClick={onOtherPhone}>
          {t('signIn.otherPhone')}
        </Button>
        <Resend phone={phone} />
      </div>
    </form>
  );
}

function Resend({ phone }: { readonly phone: string }) {
  const { t } = useSharedWords();
  const sendCode = useSendCode();
  const [seconds, setSeconds] = useState(RESEND_AFTER_SECONDS);
  useEffect(() => {
    if (seconds === 0) return;
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  const resend = () =>
    sendCode.mutate(phone, { onSuccess: () => setSeconds(RESEND_AFTER_SECONDS) });
  return (
    <>
      <Button kind="plain" disabled={seconds > 0} busy={sendCode.isPending} onClick={resend}>
        {seconds > 0 ? t('signIn.resendIn', { seconds }) : t('signIn.resend')}
      </Button>
      <ProblemLine error={sendCode.error} />
    </>
  );
}
