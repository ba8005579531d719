import { useId, useState } from 'react';
import { Button } from '../../../shared/components/button.tsx';
import { BottomSheet } from '../../../shared/components/dialog.tsx';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useAskAboutMyData } from '../../queries/my-data.ts';
import { useWords } from '../../words/words.ts';
import styles from './my-data.module.css';

/** Something is wrong: the child's school is told in one's own words. */
export function AskCorrection() {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind="quiet" wide onClick={() => setAsking(true)}>
        {t('myData.correct')}
      </Button>
      <BottomSheet open={asking} onClose={() => setAsking(false)} title={t('myData.correct')}>
        <CorrectionForm onDone={() => setAsking(false)} />
      </BottomSheet>
    </>
  );
}

function CorrectionForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const id = useId();
  const [wish, setWish] = useState('');
  const ask = useAskAboutMyData();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        sayWhenDone(
          ask.mutateAsync({ kind: 'correct', wish: wish.trim() }, { onSuccess: onDone }),
          t('myData.sent'),
        );
      }}
    >
      <p>{t('myData.correctText')}</p>
      <label htmlFor={id}>{t('myData.wish')}</label>
      <textarea
        id={id}
        rows={4}
        required
        maxLength={500}
        placeholder={t('myData.wishExample')}
        value={wish}
        onChange={({ target }) => setWish(target.value)}
      />
      <ProblemLine error={ask.error} />
      <Button type="submit" wide busy={ask.isPending} disabled={wish.trim() === ''}>
        {t('myData.send')}
      </Button>
    </form>
  );
}
