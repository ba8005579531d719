import { type ReactNode, useId } from 'react';
import styles from './choice.module.css';

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** `filter` narrows a list and keeps its label for readers only; `field` is a line of a form. */
  readonly shape?: 'filter' | 'field';
}

/** One of a few, by the phone's own wheel. */
export function Choice({ label, value, onChange, options, shape = 'filter' }: ChoiceProps) {
  const id = useId();
  return (
    <div className={styles[shape]}>
      <label htmlFor={id} className={shape === 'filter' ? 'spoken' : styles.label}>
        {label}
      </label>
      <select
        id={id}
        className={styles.select}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Choices({ children }: { readonly children: ReactNode }) {
  return <div className={styles.choices}>{children}</div>;
}
