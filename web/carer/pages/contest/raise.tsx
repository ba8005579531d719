import { type ReactNode, useId, useState } from 'react';
import { Button } from '../../../shared/components/button.tsx';
import { BottomSheet } from '../../../shared/components/dialog.tsx';
import { useToast } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useGo } from '../../links.ts';
import { type RaiseContest, useRaiseContest } from '../../queries/contests.ts';
import { useWords } from '../../words/words.ts';
import styles from './contest.module.css';
import { FileChoice } from './file-choice.tsx';

type About = Omit<RaiseContest, 'words'>;

interface RaiseProps {
  /** What it is about; null while the form still asks. */
  readonly about: About | null;
  readonly kind?: 'quiet' | 'plain';
  /** Further questions of the form. */
  readonly children?: ReactNode;
}

/** The button where something seems wrong, and what one says about it. */
export function Raise({ about, kind = 'quiet', children, ...words }: RaiseProps & Titles) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind={kind} wide={kind === 'quiet'} onClick={() => setAsking(true)}>
        {words.label}
      </Button>
      <BottomSheet open={asking} onClose={() => setAsking(false)} title={words.title}>
        <RaiseForm about={about} example={words.example}>
          {children}
        </RaiseForm>
      </BottomSheet>
    </>
  );
}

interface Titles {
  readonly label: string;
  readonly title: string;
  readonly example: string;
}

interface RaiseFormProps {
  readonly about: About | null;
  readonly example: string;
  readonly children: ReactNode;
}

function RaiseForm({ about, example, children }: RaiseFormProps) {
  const { t } = useWords();
  const say = useToast();
  const go = useGo();
  const id = useId();
  const [words, setWords] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const raise = useRaiseContest();
  const send = async (what: About) => {
    const { id: contestId, attached } = await raise.mutateAsync({
      ...what,
      words: words.trim(),
      files,
    });
    say(attached ? t('contests.sent') : { kind: 'problem', text: t('contests.sentWithoutFiles') });
    await go({ to: '/contests/$contestId', params: { contestId } });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (about) void send(about).catch(() => {});
      }}
    >
      <p className={styles.soft}>{t('contests.how')}</p>
      {children}
      <div className={styles.field}>
        <label htmlFor={id}>{t('contests.words')}</label>
        <textarea
          id={id}
          rows={4}
          required
          maxLength={1000}
          placeholder={example}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </div>
      <FileChoice files={files} onChange={setFiles} />
      <ProblemLine error={raise.error} />
      <Button
        type="submit"
        wide
        busy={raise.isPending}
        disabled={words.trim() === '' || about === null}
      >
        {t('contests.send')}
      </Button>
    </form>
  );
}
