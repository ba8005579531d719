import { Steps } from 'antd';
import type { RosterImport } from '../../shared/api-types.gen.ts';
import { Asked } from '../../shared/components/asked.tsx';
import { useFilters } from '../../shared/routing/app-pages.tsx';
import { useRosterImport } from '../queries/roster-import.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { Done } from './roster-import/done.tsx';
import { Failed } from './roster-import/failed.tsx';
import { Preview } from './roster-import/preview.tsx';
import styles from './roster-import/roster-import.module.css';
import { Upload } from './roster-import/upload.tsx';
import { Working } from './roster-import/working.tsx';

const stepOf: Readonly<Record<RosterImport['state'], number>> = {
  reading: 1,
  comparing: 1,
  ready: 2,
  failed: 2,
  applying: 3,
  done: 3,
};

/** From a school's file to the directory: look first, write after. The import's id is in the address. */
export function Page() {
  const { t } = useWords();
  const [{ id }, setFilters] = useFilters({ id: '' });
  const roster = useRosterImport(id);
  const step = id === '' || !roster.data ? 0 : stepOf[roster.data.state];
  const words = ['upload', 'read', 'look', 'apply'] as const;
  const again = () => setFilters({ id: '' });
  return (
    <>
      <PageHead title={t('rosterImport.title')} lead={t('rosterImport.lead')} />
      <div className={styles.steps}>
        <Steps
          current={step}
          size="small"
          responsive
          items={words.map((word) => ({ title: t(`rosterImport.steps.${word}`) }))}
        />
      </div>
      {id === '' ? (
        <Upload onUploaded={(made) => setFilters({ id: made })} />
      ) : (
        <Asked question={roster} lines={6}>
          {(answer) => <Stage roster={answer} onAgain={again} />}
        </Asked>
      )}
    </>
  );
}

interface StageProps {
  readonly roster: RosterImport;
  readonly onAgain: () => void;
}

function Stage({ roster, onAgain }: StageProps) {
  switch (roster.state) {
    case 'ready':
      return <Preview roster={roster} onAgain={onAgain} />;
    case 'done':
      return <Done roster={roster} onAgain={onAgain} />;
    case 'failed':
      return <Failed roster={roster} onAgain={onAgain} />;
    default:
      return <Working roster={roster} />;
  }
}
