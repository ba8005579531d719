import { Button } from 'antd';
import type { RosterImport } from '../../../shared/api-types.gen.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useConfirmRoster } from '../../queries/roster-import.ts';
import { useWords } from '../../words/words.ts';
import { Note } from '../parts/section.tsx';
import { Counts } from './counts.tsx';
import { Problems } from './problems.tsx';
import styles from './roster-import.module.css';

interface PreviewProps {
  readonly roster: RosterImport;
  readonly onAgain: () => void;
}

/** Nothing is written yet: what would change, what would be left out, and the one button that does it. */
export function Preview({ roster, onAgain }: PreviewProps) {
  const { t } = useWords();
  const confirm = useConfirmRoster();
  const { counts, rejected_rows: rejected } = roster;
  const changes = counts
    ? Object.values(counts).reduce((sum, one) => sum + one.fresh + one.changed + one.left, 0)
    : 0;
  return (
    <div className={styles.stack}>
      <Note>
        {t('rosterImport.nothingYet', { file: roster.file_name })}{' '}
        {rejected > 0 && t('rosterImport.leftOut', { count: rejected })}
      </Note>
      {counts && <Counts counts={counts} />}
      <div className={styles.foot}>
        <Button onClick={onAgain}>{t('rosterImport.other')}</Button>
        <Button
          type="primary"
          disabled={changes === 0}
          loading={confirm.isPending}
          onClick={() => confirm.mutate(roster.id)}
        >
          {changes === 0 ? t('rosterImport.noChange') : t('rosterImport.confirm')}
        </Button>
      </div>
      <ProblemLine error={confirm.error} />
      <Problems roster={roster} />
    </div>
  );
}
