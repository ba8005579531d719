import { hourInChina } from '../../shared/format.ts';
import { Mark } from '../../shared/mark/mark.tsx';
import { useWords } from '../words/words.ts';
import styles from './greeting.module.css';

/** 「早上好,王秀英」, by the clock of where the district is. */
export function Greeting({ name }: { readonly name: string }) {
  const { t } = useWords();
  return (
    <header className={styles.greeting}>
      <h1 className={styles.words}>{t(greetingAt(new Date()), { name })}</h1>
      <Mark size={44} />
    </header>
  );
}

function greetingAt(now: Date) {
  const hour = hourInChina(now);
  if (hour >= 5 && hour < 11) return 'home.morning';
  if (hour >= 11 && hour < 13) return 'home.noon';
  if (hour >= 13 && hour < 18) return 'home.afternoon';
  return 'home.evening';
}
