import { useState } from 'react';
import { BottomSheet } from '../../shared/components/dialog.tsx';
import { DoneIcon, DownIcon } from '../../shared/icons.tsx';
import { useSignedIn } from '../../shared/queries/me.ts';
import { chooseChild, useChild } from '../child.ts';
import { useWords } from '../words/words.ts';
import styles from './child-switcher.module.css';

/** Whose things are shown; a press changes it where there are several children. */
export function ChildSwitcher() {
  const { t } = useWords();
  const { children } = useSignedIn();
  const child = useChild();
  const [open, setOpen] = useState(false);
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
      <button type="button" className={styles.chosen} onClick={() => setOpen(true)}>
        <span className={styles.name}>{child.name}</span>
        <span className={styles.where}>{where}</span>
        <DownIcon size={1} />
        <span className="spoken">{t('child.switch')}</span>
      </button>
      <BottomSheet open={open} onClose={() => setOpen(false)} title={t('child.title')}>
        <ul className={styles.list}>
          {children.map(({ id, name, class_name, school_name }) => (
            <li key={id}>
              <button
                type="button"
                className={styles.choice}
                aria-pressed={id === child.id}
                onClick={() => {
                  chooseChild(id);
                  setOpen(false);
                }}
              >
                <span>
                  <span className={styles.name}>{name}</span>
                  <span className={styles.school}>
                    {school_name} {class_name}
                  </span>
                </span>
                {id === child.id && <DoneIcon />}
              </button>
            </li>
          ))}
        </ul>
      </BottomSheet>
    </>
  );
}
