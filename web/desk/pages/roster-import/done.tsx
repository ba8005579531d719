import { Button } from 'antd';
import type { RosterImport } from '../../../shared/api-types.gen.ts';
import { EmptyState } from '../../../shared/components/empty-state.tsx';
import { Link } from '../../links.ts';
import { useWords } from '../../words/words.ts';
import { Counts } from './counts.tsx';
import { Problems } from './problems.tsx';
import styles from './roster-import.module.css';

interface DoneProps {
  readonly roster: RosterImport;
  readonly onAgain: () => void;
}

export function Done({ roster, onAgain }: DoneProps) {
  const { t } = useWords();
  return (
    <div className={styles.stack}>
      <EmptyState
        title={t('rosterImport.done')}
        text={t('rosterImport.doneText')}
        action={<Link to="/students">{t('rosterImport.toStudents')}</Link>}
      />
      {roster.counts && <Counts counts={roster.counts} />}
      <div className={styles.foot}>
        <Button onClick={onAgain}>{t('rosterImport.again')}</Button>
      </div>
      <Problems roster={roster} />
    </div>
  );
}
