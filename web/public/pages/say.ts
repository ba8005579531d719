import { useLanguage } from '../../shared/words/words.ts';

/** `const say = useSay(); say(clause.title)`: of what the server says in both languages, the reader's. */
export function useSay(): (words: { readonly zh: string; readonly en: string }) => string {
  const language = useLanguage();
  return ({ zh, en }) => (language === 'en' ? en : zh);
}
