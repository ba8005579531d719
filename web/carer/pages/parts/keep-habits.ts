import { useEffect, useRef } from 'react';
import { useTypeSize } from '../../../shared/use-type-size.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { useKeepHabits } from '../../queries/account.ts';

/** On a page that changes language or size of type: keeps the change with the person, not only on this phone. */
export function useKeptHabits(): void {
  const language = useLanguage();
  const typeSize = useTypeSize();
  const { mutate } = useKeepHabits();
  const kept = useRef(`${language} ${typeSize}`);
  useEffect(() => {
    const now = `${language} ${typeSize}`;
    if (kept.current === now) return;
    kept.current = now;
    mutate({ language, type_size: typeSize });
  }, [language, typeSize, mutate]);
}
