import { type FormEvent, useState } from 'react';
import { Button } from '../../../shared/components/button.tsx';
import { Field } from '../../../shared/components/field.tsx';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useSetPassword } from '../../queries/account.ts';
import { useWords } from '../../words/words.ts';
import { Section } from '../parts/section.tsx';
import styles from './account.module.css';

const LEAST_LETTERS = 10;

export function PasswordForm() {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const [password, setPassword] = useState('');
  const [current, setCurrent] = useState('');
  const [tried, setTried] = useState(false);
  const setting = useSetPassword();
  const short = [...password].length < LEAST_LETTERS;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (short || setting.isPending) return;
    const body = { password, ...(current && { current_password: current }) };
    sayWhenDone(setting.mutateAsync(body), t('proof.passwordSet'));
  };
  return (
    <Section title={t('proof.password')}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Field
          label={t('proof.newPassword')}
          hint={t('proof.passwordHint')}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          error={tried && short ? t('proof.passwordShort') : undefined}
        />
        <Field
          label={t('proof.currentPassword')}
          hint={t('proof.currentHint')}
          type="password"
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
        />
        <ProblemLine error={setting.error} />
        <Button type="submit" busy={setting.isPending}>
          {t('proof.setPassword')}
        </Button>
      </form>
    </Section>
  );
}
