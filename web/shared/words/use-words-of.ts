import i18next, { type FlatNamespace, type TFunction } from 'i18next';
import { useMemo, useSyncExternalStore } from 'react';

/** The words of one namespace in the language now, and again when it changes. */
export function useWordsOf<Namespace extends FlatNamespace>(
  namespace: Namespace,
): { readonly t: TFunction<Namespace> } {
  const language = useSyncExternalStore(listen, () => i18next.language);
  return useMemo(() => ({ t: i18next.getFixedT(language, namespace) }), [language, namespace]);
}

function listen(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}
