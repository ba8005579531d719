import { AlertIcon, CloseIcon, DoneIcon } from '../../../shared/icons.tsx';
import styles from './verify.module.css';

interface VerdictLineProps {
  readonly verdict: 'valid' | 'invalid' | 'unproven';
  readonly title: string;
  readonly text: string;
}

const signs = { valid: DoneIcon, invalid: CloseIcon, unproven: AlertIcon } as const;

/** Sign, colour and words say the same thing, so that one of them is enough. */
export function VerdictLine({ verdict, title, text }: VerdictLineProps) {
  const Sign = signs[verdict];
  return (
    <div className={`${styles.verdict} ${styles[verdict]}`} role="status">
      <span className={styles.sign}>
        <Sign size={1.6} />
      </span>
      <div>
        <h1 className={styles.verdictTitle}>{title}</h1>
        <p>{text}</p>
      </div>
    </div>
  );
}
