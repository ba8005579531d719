import { Button } from '../components/button.tsx';
import { useSharedWords } from '../words/words.ts';
import { ProblemLine } from './problem-line.tsx';
import styles from './sign-in.module.css';

interface PersonStepProps {
  readonly people: readonly { readonly person_id: string; readonly name: string }[];
  readonly onChoose: (personId: string) => void;
  readonly signingIn: boolean;
  readonly error: unknown;
}

/** One phone, several carers: which of them is it? */
export function PersonStep({ people, onChoose, signingIn, error }: PersonStepProps) {
  const { t } = useSharedWords();
  return (
    <div className={styles.step}>
      <div>
        <h1 className={styles.title}>{t('signIn.whoTitle')}</h1>
        <p className={styles.lead}>{t('signIn.whoLead')}</p>
      </div>
      {people.map(({ person_id: id, name }) => (
        <Button key={id} kind="quiet" wide busy={signingIn} onClick={() => onChoose(id)}>
          {name}
        </Button>
      ))}
      <ProblemLine error={error} />
    </div>
  );
}
