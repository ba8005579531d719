import { BottomSheet } from '../../shared/components/dialog.tsx';
import { DoneIcon } from '../../shared/icons.tsx';
import { useSignedIn } from '../../shared/queries/me.ts';
import { chooseChild, useChild } from '../child.ts';
import { useWords } from '../words/words.ts';
import styles from './child-switcher.module.css';

interface ChildChoiceProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** My children, to choose whose things are shown. */
export function ChildChoice({ open, onClose }: ChildChoiceProps) {
  const { t } = useWords();
  const { children } = useSignedIn();
  const child = useChild();
  return (
    <BottomSheet open={open} onClose={onClose} title={t('child.title')}>
      <ul className={styles.list}>
        {children.map(({ id, name, class_name, school_name }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.choice}
              aria-pressed={id === child?.id}
              onClick={() => {
                chooseChild(id);
                onClose();
              }}
            >
              <span>
                <span className={styles.name}>{name}</span>
                <span className={styles.school}>
                  {school_name} {class_name}
                </span>
              </span>
              {id === child?.id && <DoneIcon />}
            </button>
          </li>
        ))}
      </ul>
    </BottomSheet>
  );
}
