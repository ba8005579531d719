import { Asked } from '../../shared/components/asked.tsx';
import { useReminders } from '../queries/reminders.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { Ways } from './reminders/ways.tsx';
import { When } from './reminders/when.tsx';

/** When, and by what, I want to be told. */
export function Page() {
  const { t } = useWords();
  const reminders = useReminders();
  return (
    <>
      <PageHead title={t('reminders.title')} back="/me" />
      <Asked question={reminders} lines={10}>
        {(answer) => (
          <>
            <When reminders={answer} />
            <Ways reminders={answer} />
          </>
        )}
      </Asked>
    </>
  );
}
