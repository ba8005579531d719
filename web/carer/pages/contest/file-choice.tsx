import { useRef } from 'react';
import { Button } from '../../../shared/components/button.tsx';
import { useWords } from '../../words/words.ts';
import styles from './contest.module.css';

interface FileChoiceProps {
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}

/** As the server takes them: limits.ts of the contests. */
const MOST = 5;

/** Photos of a seat, a signed list, a paper: what shows it. Nobody has to have any. */
export function FileChoice({ files, onChange }: FileChoiceProps) {
  const { t } = useWords();
  return (
    <div className={styles.field}>
      <p className={styles.soft}>{t('contests.filesText')}</p>
      {files.length > 0 && (
        <ul className={styles.chosen}>
          {files.map((file) => (
            <li key={`${file.name} ${file.size}`}>{file.name}</li>
          ))}
        </ul>
      )}
      {files.length < MOST && (
        <PickFile onPicked={(picked) => onChange([...files, ...picked].slice(0, MOST))} />
      )}
    </div>
  );
}

interface PickFileProps {
  readonly busy?: boolean;
  readonly onPicked: (files: readonly File[]) => void;
}

/** The phone asks whether to take a photo or to choose one. */
export function PickFile({ busy = false, onPicked }: PickFileProps) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="image/jpeg,image/png,image/webp,application/pdf"
        aria-label={t('contests.addFile')}
        onChange={({ target }) => {
          onPicked([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <Button kind="quiet" wide busy={busy} onClick={() => input.current?.click()}>
        {t('contests.addFile')}
      </Button>
    </>
  );
}
