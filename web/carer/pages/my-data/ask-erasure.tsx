import { useState } from 'react';
import { Button } from '../../../shared/components/button.tsx';
import { Dialog } from '../../../shared/components/dialog.tsx';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useAskAboutMyData } from '../../queries/my-data.ts';
import { useWords } from '../../words/words.ts';
import styles from './my-data.module.css';

const consequences = ['signIn', 'children', 'points', 'again'] as const;

/** All of it shall go: what that means is said before it is asked. */
export function AskErasure() {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const [asking, setAsking] = useState(false);
  const ask = useAskAboutMyData();
  const send = () =>
    sayWhenDone(
      ask.mutateAsync({ kind: 'erase', wish: '' }, { onSuccess: () => setAsking(false) }),
      t('myData.sent'),
    );
  return (
    <>
      <Button kind="plain" onClick={() => setAsking(true)}>
        {t('myData.erase')}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('myData.eraseTitle')}
        actions={
          <>
            <Button kind="danger" busy={ask.isPending} onClick={send}>
              {t('myData.eraseSend')}
            </Button>
            <Button kind="quiet" onClick={() => setAsking(false)}>
              {t('myData.eraseKeep')}
            </Button>
          </>
        }
      >
        <p>{t('myData.eraseText')}</p>
        <ul className={styles.consequences}>
          {consequences.map((one) => (
            <li key={one}>{t(`myData.consequences.${one}`)}</li>
          ))}
        </ul>
        <ProblemLine error={ask.error} />
      </Dialog>
    </>
  );
}
