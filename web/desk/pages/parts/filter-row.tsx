import { Input } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { SearchIcon } from '../../../shared/icons.tsx';
import styles from './filter-row.module.css';

/** Above a list: what narrows it, from left to right. */
export function FilterRow({ children }: { readonly children: ReactNode }) {
  return <search className={styles.row}>{children}</search>;
}

interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (words: string) => void;
  readonly label: string;
}

/** Between the last letter and the question: nobody wants an answer for each letter. */
const WAIT_MILLISECONDS = 300;

/** Searches while one types; follows when the address changes by another way. */
export function SearchField({ value, onChange, label }: SearchFieldProps) {
  const [words, setWords] = useState(value);
  const told = useRef(value);
  const change = useRef(onChange);
  change.current = onChange;
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setWords(value);
  }, [value]);
  useEffect(() => {
    if (words.trim() === told.current) return;
    const timer = setTimeout(() => {
      told.current = words.trim();
      change.current(told.current);
    }, WAIT_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <Input
      className={styles.search ?? ''}
      allowClear
      prefix={<SearchIcon size={1.2} />}
      placeholder={label}
      aria-label={label}
      value={words}
      maxLength={60}
      onChange={(event) => setWords(event.target.value)}
    />
  );
}
