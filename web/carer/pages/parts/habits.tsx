import { Button } from '../../../shared/components/button.tsx';
import { Card } from '../../../shared/components/card.tsx';
import { LanguageSwitch } from '../../../shared/components/language-switch.tsx';
import { TypeSizeSwitch } from '../../../shared/components/type-size-switch.tsx';
import { useSignOut } from '../../../shared/queries/sign-in.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useSharedWords } from '../../../shared/words/words.ts';
import { useWords } from '../../words/words.ts';
import styles from './habits.module.css';
import { TypeSteps } from './type-steps.tsx';

/** How one likes to read, and the way out. */
export function Habits() {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const signOut = useSignOut();
  return (
    <>
      <Card title={t('me.settings')}>
        <div className={styles.settings}>
          <TypeSizeSwitch />
          <LanguageSwitch />
        </div>
        <TypeSteps />
      </Card>
      <ProblemLine error={signOut.error} />
      {signOut.error && <p>{t('me.forgotten')}</p>}
      <Button kind="quiet" wide busy={signOut.isPending} onClick={() => signOut.mutate()}>
        {shared('do.signOut')}
      </Button>
    </>
  );
}
