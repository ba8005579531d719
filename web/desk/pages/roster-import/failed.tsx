import { Button } from 'antd';
import type { RosterImport } from '../../../shared/api-types.gen.ts';
import { EmptyState } from '../../../shared/components/empty-state.tsx';
import { KiteDrawing } from '../../../shared/drawings.tsx';
import { useWords } from '../../words/words.ts';
import { useSay } from '../parts/say.ts';
import { Problems } from './problems.tsx';

interface FailedProps {
  readonly roster: RosterImport;
  readonly onAgain: () => void;
}

/** The file as a whole could not be taken: its first reason stands large. */
export function Failed({ roster, onAgain }: FailedProps) {
  const { t } = useWords();
  const say = useSay();
  const fault = roster.problems.find(({ severity }) => severity === 'file');
  return (
    <>
      <EmptyState
        drawing={KiteDrawing}
        title={fault ? say(fault.what) : t('rosterImport.failed')}
        text={fault ? say(fault.remedy) : t('rosterImport.failedText')}
        action={<Button onClick={onAgain}>{t('rosterImport.other')}</Button>}
      />
      <Problems roster={roster} />
    </>
  );
}
