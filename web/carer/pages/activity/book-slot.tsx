import { useId, useState } from 'react';
import type { Me } from '../../../shared/api-types.gen.ts';
import { Button } from '../../../shared/components/button.tsx';
import { BottomSheet } from '../../../shared/components/dialog.tsx';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useBookSlot } from '../../queries/activities.ts';
import { useWords } from '../../words/words.ts';
import styles from './activity.module.css';

interface BookSlotProps {
  readonly slotId: string;
  readonly childrenOfMine: readonly Me['children'][number][];
}

/** A private slot: for which child, and, if one likes, what about. */
export function BookSlot({ slotId, childrenOfMine }: BookSlotProps) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <div className={styles.foot}>
        <Button wide onClick={() => setAsking(true)}>
          {t('booking.book')}
        </Button>
      </div>
      <BottomSheet open={asking} onClose={() => setAsking(false)} title={t('booking.book')}>
        <BookForm slotId={slotId} childrenOfMine={childrenOfMine} />
      </BottomSheet>
    </>
  );
}

function BookForm({ slotId, childrenOfMine }: BookSlotProps) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const noteId = useId();
  const book = useBookSlot(slotId);
  const [child, setChild] = useState(childrenOfMine[0]?.id);
  const [note, setNote] = useState('');
  const send = () =>
    sayWhenDone(
      book.mutateAsync({ studentIds: child === undefined ? [] : [child], note: note.trim() }),
      t('booking.booked'),
    );
  return (
    <>
      {childrenOfMine.length > 1 && (
        <fieldset className={styles.choice}>
          <legend>{t('booking.which')}</legend>
          {childrenOfMine.map(({ id, name }) => (
            <label key={id} className={styles.child}>
              <input
                type="radio"
                name="child"
                checked={id === child}
                onChange={() => setChild(id)}
              />
              <span className={styles.childName}>{name}</span>
            </label>
          ))}
        </fieldset>
      )}
      <div className={styles.note}>
        <label htmlFor={noteId}>{t('booking.note')}</label>
        <textarea
          id={noteId}
          rows={4}
          maxLength={500}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
        <p className={styles.childClass}>{t('booking.private')}</p>
      </div>
      <ProblemLine error={book.error} />
      <Button wide busy={book.isPending} onClick={send}>
        {t('booking.confirm')}
      </Button>
    </>
  );
}
