import { usePlan } from '../../queries/plan.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../parts/say.ts';
import { Note } from '../parts/section.tsx';

/** What the district lets a certificate be used for in admissions, with the legal basis: before anybody decides by it. */
export function AdmissionUse() {
  const { t } = useWords();
  const say = useSay();
  const use = usePlan().data?.admission_use;
  if (!use) return null;
  return (
    <Note>
      <strong>{t(`admissionUse.${use.use}`)}</strong> {say(use.legal_basis)}
    </Note>
  );
}
