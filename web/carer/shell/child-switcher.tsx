import { lazy, Suspense, useState } from 'react';
import { DownIcon } from '../../shared/icons.tsx';
import { useSignedIn } from '../../shared/queries/me.ts';
import { useChild } from '../child.ts';
import { useWords } from '../words/words.ts';
import styles from './child-switcher.module.css';

/** Not part of the first load: nothing is asked until one presses. */
const ChildChoice = lazy(async () => {
  const loaded = await import('./child-choice.tsx');
  return { default: loaded.ChildChoice };
});

/** Whose things are shown; a press changes it where there are several children. */
export function ChildSwitcher() {
  const { t } = useWords();
  const { children } = useSignedIn();
  const child = useChild();
  const [open, setOpen] = useState(false);
  const [opened, setOpened] = useState(false);
  if (!child) return <p className={styles.where}>{t('child.none')}</p>;
  const where = `${child.school_name} ${child.class_name}`;
  if (children.length === 1) {
    return (
      <p className={styles.where}>
        <span className={styles.name}>{child.name}</span> {where}
      </p>
    );
  }
  return (
    <>
      <button
        type="button"
        className={styles.chosen}
        onClick={() => {
          setOpen(true);
          setOpened(true);
        }}
      >
        <span className={styles.name}>{child.name}</span>
        <span className={styles.where}>{where}</span>
        <DownIcon size={1} />
        <span className="spoken">{t('child.switch')}</span>
      </button>
      {opened && (
        <Suspense>
          <ChildChoice open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
