import { useTranslation } from 'react-i18next';
import type { zh } from './zh.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    carer: typeof zh;
  }
}

/** `const { t } = useWords(); t('home.greeting')`: the words of this app, typed by `zh.ts`. */
export function useWords() {
  return useTranslation('carer');
}
