import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useToast } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useDecideConflicts } from '../../queries/scanner.ts';
import type { ScanConflict } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../parts/say.ts';
import styles from './activity.module.css';

interface DecideConflictsProps {
  readonly activityId: string;
  readonly chosen: readonly ScanConflict[];
  readonly onDone: () => void;
}

/** One reason for all that are chosen; what cannot be decided says why and stays. */
export function DecideConflicts({ activityId, chosen, onDone }: DecideConflictsProps) {
  const { t } = useWords();
  const say = useToast();
  const words = useSay();
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const id = useId();
  const decide = useDecideConflicts(activityId);
  const send = async (decision: 'admit' | 'dismiss') => {
    if (note.trim() === '') return setMissing(true);
    const scan_ids = chosen.map(({ scan_id }) => scan_id);
    const { items } = await decide.mutateAsync({ scan_ids, decision, note: note.trim() });
    const [refused] = items.filter(({ problem }) => problem !== null);
    const decided = items.filter(({ problem }) => problem === null).length;
    say(
      refused?.problem
        ? `${words(refused.problem)} ${refused.remedy ? words(refused.remedy) : ''}`
        : t('conflicts.done', { count: decided }),
    );
    setMissing(false);
    setNote('');
    onDone();
  };
  const nobody = chosen.length === 0;
  const noneToAdmit = nobody || chosen.some(({ may_admit }) => !may_admit);
  return (
    <div className={styles.deciding}>
      <label htmlFor={id}>{t('conflicts.note')}</label>
      <Input
        id={id}
        value={note}
        maxLength={300}
        placeholder={t('conflicts.noteExample')}
        status={missing && note.trim() === '' ? 'error' : ''}
        onChange={(event) => setNote(event.target.value)}
      />
      {missing && note.trim() === '' && <p role="alert">{t('conflicts.noteMissing')}</p>}
      <ProblemLine error={decide.error} />
      <div className={styles.buttons}>
        <Button
          type="primary"
          disabled={noneToAdmit}
          loading={decide.isPending}
          onClick={() => void send('admit').catch(() => {})}
        >
          {t('conflicts.admit')}
        </Button>
        <Button
          disabled={nobody}
          loading={decide.isPending}
          onClick={() => void send('dismiss').catch(() => {})}
        >
          {t('conflicts.dismiss')}
        </Button>
        <span className={styles.soft}>{t('conflicts.chosen', { count: chosen.length })}</span>
      </div>
    </div>
  );
}
