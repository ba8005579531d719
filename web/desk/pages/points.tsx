import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { CarersTable } from './carers/carers-table.tsx';

/** Points belong to carers: find one first. */
export function Page() {
  const { t } = useWords();
  return (
    <>
      <PageHead title={t('points.title')} lead={t('points.lead')} />
      <CarersTable label={t('points.title')} />
    </>
  );
}
