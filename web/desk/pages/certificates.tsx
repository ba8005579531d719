import { PageToCome } from '../../shared/components/page-to-come.tsx';
import { useWords } from '../words/words.ts';

export function Page() {
  const { t } = useWords();
  return <PageToCome title={t('certificates.title')} />;
}
