import { useState } from 'react';
import type { Me } from '../../../shared/api-types.gen.ts';
import { Button } from '../../../shared/components/button.tsx';
import { BottomSheet } from '../../../shared/components/dialog.tsx';
import { useToast } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useSignUp } from '../../queries/activities.ts';
import { useWords } from '../../words/words.ts';
import styles from './activity.module.css';

interface SignUpProps {
  /** The activity, or the session of it. */
  readonly place: { readonly activity_id: string; readonly places_left: number | null };
  /** Those of my children that it is for; at least one. */
  readonly childrenOfMine: readonly Me['children'][number][];
}

/** The page's one button. With one child a press signs up; with several it asks for which. */
export function SignUp({ place, childrenOfMine }: SignUpProps) {
  const { t } = useWords();
  const say = useToast();
  const signUp = useSignUp(place.activity_id);
  const [asking, setAsking] = useState(false);
  const full = place.places_left !== null && place.places_left <= 0;
  const [only] = childrenOfMine;
  const signUpFor = (ids: readonly string[]) =>
    signUp.mutate(ids, {
      onSuccess: (registration) => {
        setAsking(false);
        const [clash] = registration.clashes;
        if (clash) say({ text: t('activity.clash', { title: clash.title }), kind: 'problem' });
        else if (registration.state === 'registered') say(t('activity.done'));
      },
    });
  return (
    <>
      {!asking && <ProblemLine error={signUp.error} />}
      <div className={styles.foot}>
        <Button
          wide
          busy={signUp.isPending}
          onClick={() => {
            if (childrenOfMine.length === 1 && only) signUpFor([only.id]);
            else setAsking(true);
          }}
        >
          {full ? t('activity.wait') : t('activity.signUp')}
        </Button>
      </div>
      <BottomSheet open={asking} onClose={() => setAsking(false)} title={t('activity.forWhich')}>
        <ChildrenForm
          childrenOfMine={childrenOfMine}
          busy={signUp.isPending}
          error={signUp.error}
          onChosen={signUpFor}
        />
      </BottomSheet>
    </>
  );
}

interface ChildrenFormProps {
  readonly childrenOfMine: readonly Me['children'][number][];
  readonly busy: boolean;
  readonly error: unknown;
  readonly onChosen: (ids: readonly string[]) => void;
}

function ChildrenForm({ childrenOfMine, busy, error, onChosen }: ChildrenFormProps) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<readonly string[]>(() => childrenOfMine.map(({ id }) => id));
  const toggle = (id: string) =>
    setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  return (
    <>
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
      <ProblemLine error={error} />
      {chosen.length === 0 && <p role="status">{t('activity.chooseOne')}</p>}
      <Button wide busy={busy} disabled={chosen.length === 0} onClick={() => onChosen(chosen)}>
        {t('activity.signUpFor', { count: chosen.length })}
      </Button>
    </>
  );
}
