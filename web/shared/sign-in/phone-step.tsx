import { type FormEvent, useState } from 'react';
import { asProblem } from '../api-problem.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { useSendCode } from '../queries/sign-in.ts';
import { useSharedWords } from '../words/words.ts';
import { ProblemLine } from './problem-line.tsx';
import styles from './sign-in.module.css';

interface PhoneStepProps {
  readonly phone: string;
  readonly onPhone: (phone: string) => void;
  readonly onSent: () => void;
}

export function PhoneStep({ phone, onPhone, onSent }: PhoneStepProps) {
  const { t } = useSharedWords();
  const [tried, setTried] = useState(false);
  const sendCode = useSendCode();
  const complete = /^\d{11}$/.test(phone);
  const said = sendCode.error ? asProblem(sendCode.error).reasonOf('phone') : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (complete && !sendCode.isPending) sendCode.mutate(phone, { onSuccess: onSent });
  };
  return (
    <form className={styles.step} onSubmit={submit} noValidate>
      <div>
        <h1 className={styles.title}>{t('signIn.phoneTitle')}</h1>
        <p className={styles.lead}>{t('signIn.phoneLead')}</p>
      </div>
      <Field
        label={t('signIn.phone')}
        type="tel"
        inputMode="numeric"
        autoComplete="tel-national"
        placeholder={t('signIn.phoneHint')}
        value={phone}
        onChange={(event) => onPhone(digitsOf(event.target.value).slice(0, 11))}
        error={tried && !complete ? t('signIn.phoneWrong') : said}
      />
      {!said && <ProblemLine error={sendCode.error} />}
      <Button type="submit" wide busy={sendCode.isPending}>
        {t('signIn.sendCode')}
      </Button>
    </form>
  );
}

/** Full-width digits are digits too; spaces and dashes of a pasted number are not. */
export function digitsOf(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/^\+?86(?=1\d{10}$)/, '')
    .replaceAll(/\D/g, '');
}
