import { EmptyState } from '../../shared/components/empty-state.tsx';
import { MorningDrawing } from '../../shared/drawings.tsx';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';

export function Page() {
  const { t } = useWords();
  return (
    <>
      <PageHead title={t('today.title')} />
      <EmptyState drawing={MorningDrawing} title={t('today.quiet')} text={t('today.quietText')} />
    </>
  );
}
