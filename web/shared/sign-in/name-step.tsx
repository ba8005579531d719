import { type FormEvent, useState } from 'react';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { useSharedWords } from '../words/words.ts';
import styles from './sign-in.module.css';

interface NameStepProps {
  readonly onName: (name: string) => void;
  readonly signingIn: boolean;
}

/** A phone that no roster knows: who is it? They can ask to be linked to a child afterwards. */
export function NameStep({ onName, signingIn }: NameStepProps) {
  const { t } = useSharedWords();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '' && !signingIn) onName(name.trim());
  };
  return (
    <form className={styles.step} onSubmit={submit} noValidate>
      <div>
        <h1 className={styles.title}>{t('signIn.nameTitle')}</h1>
        <p className={styles.lead}>{t('signIn.nameLead')}</p>
      </div>
      <Field
        label={t('signIn.name')}
        autoComplete="name"
        autoFocus
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={tried && name.trim() === '' ? t('signIn.nameMissing') : undefined}
      />
      <Button type="submit" wide busy={signingIn}>
        {t('do.signIn')}
      </Button>
    </form>
  );
}
