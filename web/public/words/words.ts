import { useWordsOf } from '../../shared/words/use-words-of.ts';
import type { zh } from './zh.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    public: typeof zh;
  }
}

/** `const { t } = useWords(); t('home.greeting')`: the words of this app, typed by `zh.ts`. */
export function useWords() {
  return useWordsOf('public');
}
