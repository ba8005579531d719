import { KiteDrawing } from '../drawings.tsx';
import { useSharedWords } from '../words/words.ts';
import { EmptyState } from './empty-state.tsx';

/** No page lives at this address. */
export function PageMissing({ home }: { readonly home: string }) {
  const { t } = useSharedWords();
  return (
    <EmptyState
      titleAs="h1"
      drawing={KiteDrawing}
      title={t('problem.pageMissing')}
      text={t('problem.pageMissingRemedy')}
      action={<a href={home}>{t('problem.backHome')}</a>}
    />
  );
}
