import { LargeTypeIcon } from '../icons.tsx';
import { chooseTypeSize } from '../type-size.ts';
import { useTypeSize } from '../use-type-size.ts';
import { useSharedWords } from '../words/words.ts';
import styles from './small-switch.module.css';

/** Large type for elders, and back. */
export function TypeSizeSwitch() {
  const { t } = useSharedWords();
  const large = useTypeSize() === 'large';
  return (
    <button
      type="button"
      className={styles.switch}
      onClick={() => chooseTypeSize(large ? 'normal' : 'large')}
    >
      <LargeTypeIcon size={1.25} />
      {large ? t('normalType') : t('largeType')}
    </button>
  );
}
