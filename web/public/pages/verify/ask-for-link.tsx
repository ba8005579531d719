import { useState } from 'react';
import type { VerificationKit } from '../../../shared/api-types.gen.ts';
import { Button } from '../../../shared/components/button.tsx';
import { Field } from '../../../shared/components/field.tsx';
import { formatInstant } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { readToken } from '../../checking/read-token.ts';
import { useWords } from '../../words/words.ts';
import styles from './verify.module.css';

const ways = ['scan', 'paste', 'compare'] as const;

interface AskForLinkProps {
  /** By which links are checked without a network; undefined while it is asked for. */
  readonly kit: VerificationKit | undefined;
  readonly onToken: (token: string) => void;
}

/** How a certificate is verified, and a field for who has the link but no camera. */
export function AskForLink({ kit, onToken }: AskForLinkProps) {
  const { t } = useWords();
  const language = useLanguage();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('verify.title')}</h1>
      <p className={styles.lead}>{t('verify.lead')}</p>
      <ol className={styles.ways}>
        {ways.map((way, index) => (
          <li key={way} className={styles.way}>
            <span className={styles.wayNumber} aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <h2 className={styles.wayTitle}>{t(`verify.ways.${way}.title`)}</h2>
              <p className={styles.soft}>{t(`verify.ways.${way}.text`)}</p>
            </div>
          </li>
        ))}
      </ol>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const token = readToken(text);
          setWrong(token === undefined);
          if (token) onToken(token);
        }}
      >
        <Field
          label={t('verify.link')}
          hint={t('verify.linkHint')}
          error={wrong ? t('verify.linkWrong') : undefined}
          value={text}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setText(event.target.value);
            setWrong(false);
          }}
        />
        <Button type="submit">{t('verify.verify')}</Button>
      </form>
      {kit && 'serviceWorker' in navigator && (
        <p className={styles.soft}>
          {t('verify.keptForLater', { at: formatInstant(kit.made_at, language) })}
        </p>
      )}
    </div>
  );
}
