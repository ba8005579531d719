import { chooseLanguage } from '../words/start-words.ts';
import { useLanguage, useSharedWords } from '../words/words.ts';
import styles from './small-switch.module.css';

/** Names the other language in that language. */
export function LanguageSwitch() {
  const { t } = useSharedWords();
  const other = useLanguage() === 'en' ? 'zh-CN' : 'en';
  return (
    <button
      type="button"
      className={styles.switch}
      lang={other}
      onClick={() => void chooseLanguage(other)}
    >
      {t('switchTo')}
    </button>
  );
}
