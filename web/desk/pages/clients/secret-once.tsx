import { Button } from 'antd';
import { useState } from 'react';
import type { ClientSecret } from '../../../shared/api-types.gen.ts';
import { useWords } from '../../words/words.ts';
import { Note } from '../parts/section.tsx';
import styles from './clients.module.css';

/** What a client proves itself by, shown now and never again. */
export function SecretOnce({ made }: { readonly made: ClientSecret }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const { client_id: id, client_secret: secret } = made;
  // The first answer was lost on the way, and the secret with it.
  if (secret === null) return <Note>{t('clients.secretLost')}</Note>;
  const copy = async () => {
    await navigator.clipboard.writeText(`client_id=${id}\nclient_secret=${secret}\n`);
    setCopied(true);
  };
  return (
    <div className={styles.stack}>
      <Note>{t('clients.once')}</Note>
      <div>
        <p className={styles.soft}>client_id</p>
        <p className={styles.secret}>{id}</p>
      </div>
      <div>
        <p className={styles.soft}>client_secret</p>
        <p className={styles.secret}>{secret}</p>
      </div>
      <div className={styles.buttons}>
        <Button onClick={() => void copy().catch(() => {})}>{t('clients.copy')}</Button>
        <span role="status" className={styles.soft}>
          {copied && t('clients.copied')}
        </span>
      </div>
    </div>
  );
}
