import type { Language } from './language.ts';
import { currentLanguage } from './start-words.ts';
import { useWordsOf } from './use-words-of.ts';
import type { zh } from './zh.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    shared: typeof zh;
  }
}

/** `t('do.retry')` of the words that the apps share. Pages use the hook of their own app's `words/words.ts`. */
export function useSharedWords() {
  return useWordsOf('shared');
}

/** The language now, and again when it changes. */
export function useLanguage(): Language {
  useWordsOf('shared');
  return currentLanguage();
}
