import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { CarersTable } from './carers/carers-table.tsx';

export function Page() {
  const { t } = useWords();
  return (
    <>
      <PageHead title={t('carers.title')} lead={t('carers.lead')} />
      <CarersTable label={t('carers.title')} />
    </>
  );
}
