import { Button } from '../../shared/components/button.tsx';
import { Card } from '../../shared/components/card.tsx';
import { LanguageSwitch } from '../../shared/components/language-switch.tsx';
import { TypeSizeSwitch } from '../../shared/components/type-size-switch.tsx';
import { useSignedIn } from '../../shared/queries/me.ts';
import { useSignOut } from '../../shared/queries/sign-in.ts';
import { useSharedWords } from '../../shared/words/words.ts';
import { Greeting } from '../shell/greeting.tsx';
import { useWords } from '../words/words.ts';
import styles from './me.module.css';
import { StudentFile } from './parts/student-file.tsx';

/** All that a student sees: what the school keeps of them, and who looked. Activities and points are the carers'. */
export function Page() {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const { person } = useSignedIn();
  const signOut = useSignOut();
  return (
    <>
      <Greeting name={person.name} />
      <p>{t('ownFile.lead')}</p>
      <StudentFile studentId={person.id} voice="ownFile" />
      <p>{t('ownFile.wrong')}</p>
      <Card title={t('me.settings')}>
        <div className={styles.settings}>
          <TypeSizeSwitch />
          <LanguageSwitch />
        </div>
      </Card>
      <Button kind="quiet" wide busy={signOut.isPending} onClick={() => signOut.mutate()}>
        {shared('do.signOut')}
      </Button>
    </>
  );
}
