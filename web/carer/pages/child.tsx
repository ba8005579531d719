import { useSignedIn } from '../../shared/queries/me.ts';
import { usePageParams } from '../links.ts';
import { useStudent } from '../queries/family.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { PictureConsents } from './child/picture-consents.tsx';
import list from './parts/list.module.css';
import { StudentFile } from './parts/student-file.tsx';

/** One child, as one of its carers sees it. */
export function Page() {
  const { t } = useWords();
  const { studentId } = usePageParams<'/family/$studentId'>();
  const { children } = useSignedIn();
  const student = useStudent(studentId);
  const name = student.data?.name ?? children.find(({ id }) => id === studentId)?.name;
  return (
    <>
      <PageHead title={name ?? t('family.title')} back="/family" />
      <PictureConsents studentId={studentId} />
      <StudentFile studentId={studentId} voice="family" />
      {student.isSuccess && <p className={list.soft}>{t('family.wrong')}</p>}
    </>
  );
}
