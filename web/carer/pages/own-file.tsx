import { useSignedIn } from '../../shared/queries/me.ts';
import { Greeting } from '../shell/greeting.tsx';
import { useWords } from '../words/words.ts';
import { Habits } from './parts/habits.tsx';
import { StudentFile } from './parts/student-file.tsx';

/** All that a student sees: what the school keeps of them, and who looked. Activities and points are the carers'. */
export function Page() {
  const { t } = useWords();
  const { person } = useSignedIn();
  return (
    <>
      <Greeting name={person.name} />
      <p>{t('ownFile.lead')}</p>
      <StudentFile studentId={person.id} voice="ownFile" />
      <p>{t('ownFile.wrong')}</p>
      <Habits />
    </>
  );
}
