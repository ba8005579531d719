import { useState } from 'react';
import type { Answer, Me, Question } from '../../../shared/api-types.gen.ts';
import { Button } from '../../../shared/components/button.tsx';
import { BottomSheet } from '../../../shared/components/dialog.tsx';
import { QuestionFields } from '../../../shared/components/question-fields.tsx';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { type SigningUp, useSignUp } from '../../queries/activities.ts';
import { useWords } from '../../words/words.ts';
import styles from './activity.module.css';

interface SignUpProps {
  /** The activity, or the session of it. */
  readonly place: { readonly activity_id: string; readonly places_left: number | null };
  /** What the host asks. */
  readonly questions: readonly Question[];
  /** What the button says where it is no ordinary sign-up. */
  readonly word?: string | undefined;
  /** Those of my children that it is for; at least one. */
  readonly childrenOfMine: readonly Me['children'][number][];
}

/** The page's one button. With one child a press signs up; with several it asks for which. */
export function SignUp({ place, questions, childrenOfMine, word }: SignUpProps) {
  const { t } = useWords();
  const sayWhenDone = useSayWhenDone();
  const signUp = useSignUp(place.activity_id);
  const [asking, setAsking] = useState(false);
  const full = place.places_left !== null && place.places_left <= 0;
  const [only] = childrenOfMine;
  const needsSheet = childrenOfMine.length > 1 || questions.length > 0;
  const signUpFor = (signingUp: SigningUp) =>
    sayWhenDone(
      signUp.mutateAsync(signingUp, { onSuccess: () => setAsking(false) }),
      ({ clashes: [clash], state }) => {
        if (clash) return { text: t('activity.clash', { title: clash.title }), kind: 'problem' };
        return state === 'registered' ? t('activity.done') : undefined;
      },
    );
  return (
    <>
      {!asking && <ProblemLine error={signUp.error} />}
      <div className={styles.foot}>
        <Button
          wide
          busy={signUp.isPending}
          onClick={() => {
            if (!needsSheet && only) signUpFor({ studentIds: [only.id], answers: [] });
            else setAsking(true);
          }}
        >
          {word ?? (full ? t('activity.wait') : t('activity.signUp'))}
        </Button>
      </div>
      <BottomSheet
        open={asking}
        onClose={() => setAsking(false)}
        title={t(childrenOfMine.length > 1 ? 'activity.forWhich' : 'activity.questions')}
      >
        <SignUpForm
          questions={questions}
          childrenOfMine={childrenOfMine}
          busy={signUp.isPending}
          error={signUp.error}
          onChosen={signUpFor}
        />
      </BottomSheet>
    </>
  );
}

interface SignUpFormProps {
  readonly questions: readonly Question[];
  readonly childrenOfMine: readonly Me['children'][number][];
  readonly busy: boolean;
  readonly error: unknown;
  readonly onChosen: (signingUp: SigningUp) => void;
}

/** For which children, and what the host asks. */
function SignUpForm({ questions, childrenOfMine, busy, error, onChosen }: SignUpFormProps) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<readonly string[]>(() => childrenOfMine.map(({ id }) => id));
  const [answers, setAnswers] = useState<readonly Answer[]>([]);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onChosen({ studentIds: chosen, answers });
      }}
    >
      {childrenOfMine.length > 1 && (
        <Children childrenOfMine={childrenOfMine} chosen={chosen} onChange={setChosen} />
      )}
      <QuestionFields questions={questions} answers={answers} onChange={setAnswers} />
      {questions.length > 0 && <p className={styles.soft}>{t('activity.whoReadsAnswers')}</p>}
      <ProblemLine error={error} />
      {chosen.length === 0 && <p role="status">{t('activity.chooseOne')}</p>}
      <Button type="submit" wide busy={busy} disabled={chosen.length === 0}>
        {t('activity.signUpFor', { count: chosen.length })}
      </Button>
    </form>
  );
}

interface ChildrenProps {
  readonly childrenOfMine: readonly Me['children'][number][];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function Children({ childrenOfMine, chosen, onChange }: ChildrenProps) {
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <div className={styles.children}>
      {childrenOfMine.map(({ id, name, school_name, class_name }) => (
        <label key={id} className={styles.child}>
          <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
          <span>
            <span className={styles.childName}>{name}</span>
            <span className={styles.childClass}>
              {school_name} {class_name}
            </span>
          </span>
        </label>
      ))}
    </div>
  );
}
