import { Button, Input, type InputRef } from 'antd';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../../words/words.ts';
import styles from './scanner.module.css';

/** For a hand-held reader, which types what it reads and ends with Enter; or for typing. */
export function HandScanner({ onPass }: { readonly onPass: (pass: string) => void }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const field = useRef<InputRef>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const pass = text.trim();
    setText('');
    field.current?.focus();
    if (pass !== '') onPass(pass);
  };
  return (
    <form className={styles.byName} onSubmit={send}>
      <label htmlFor={id}>{t('checkInScanner.handLabel')}</label>
      <Input
        id={id}
        ref={field}
        size="large"
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      <Button htmlType="submit" size="large" type="primary" disabled={text.trim() === ''}>
        {t('checkInScanner.handSend')}
      </Button>
      <p className={styles.soft}>{t('checkInScanner.handText')}</p>
    </form>
  );
}
