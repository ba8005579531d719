import type { RosterImport } from '../../../shared/api-types.gen.ts';
import { LoadingBar } from '../../../shared/components/loading.tsx';
import { useWords } from '../../words/words.ts';
import { Paper } from '../parts/section.tsx';
import styles from './roster-import.module.css';

const steps = ['reading', 'comparing', 'applying'] as const;

/** What goes on now, and how far it is. */
export function Working({ roster }: { readonly roster: RosterImport }) {
  const { t } = useWords();
  const doing = steps.find((step) => step === roster.state) ?? 'reading';
  const label = t(`rosterImport.working.${doing}`);
  return (
    <Paper>
      <h2 className={styles.title}>{roster.file_name}</h2>
      <LoadingBar label={label} />
      {roster.progress && (
        <p className={styles.soft} role="status">
          {t('rosterImport.rowsRead', {
            sheet: roster.progress.sheet,
            count: roster.progress.rows,
          })}
        </p>
      )}
    </Paper>
  );
}
