import type { PublicPlan } from '../../../shared/api-types.gen.ts';
import { formatPoints } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../say.ts';
import { AdmissionUse } from '../verify/admission-use.tsx';
import styles from './plan.module.css';

/** From which score, for how long, and what it is for. */
export function Certificates({ plan }: { readonly plan: PublicPlan }) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  return (
    <div className={styles.two}>
      {plan.certificates.map((certificate) => (
        <section key={certificate.id} className={styles.card}>
          <h3 className={styles.name}>{say(certificate.name)}</h3>
          <p>{say(certificate.description)}</p>
          <p className={styles.big}>{formatPoints(certificate.threshold, language)}</p>
          <p>{say(certificate.criteria)}</p>
          <p className={styles.soft}>
            {t('plan.validFor', { count: certificate.valid_months })} {t('plan.byItself')}
          </p>
        </section>
      ))}
      <AdmissionUse use={plan.admission_use} />
    </div>
  );
}
