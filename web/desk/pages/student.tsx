import { usePageParams } from '../links.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { Paper } from './parts/section.tsx';
import { StudentFile } from './student/student-file.tsx';

export function Page() {
  const { t } = useWords();
  const { studentId } = usePageParams<'/students/$studentId'>();
  return (
    <>
      <PageHead title={t('student.title')} />
      <Paper>
        <StudentFile studentId={studentId} />
      </Paper>
    </>
  );
}
