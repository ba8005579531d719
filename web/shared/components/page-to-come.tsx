import { useSharedWords } from '../words/words.ts';
import { EmptyState } from './empty-state.tsx';

/** Stands at an address whose page is not written yet, and says so. */
export function PageToCome({ title }: { readonly title: string }) {
  const { t } = useSharedWords();
  return (
    <>
      <h1>{title}</h1>
      <EmptyState title={t('pageToCome.title')} text={t('pageToCome.text')} />
    </>
  );
}
