import type { AdmissionUse as Use } from '../../../shared/api-types.gen.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../say.ts';
import styles from './verify.module.css';

/** What the district lets a certificate be used for, by which law, and where to appeal. */
export function AdmissionUse({ use }: { readonly use: Use }) {
  const { t } = useWords();
  const say = useSay();
  return (
    <section className={styles.paper}>
      <h2 className={styles.heading}>{t('verify.useTitle')}</h2>
      <p className={styles.strong}>{t(`verify.use.${use.use}`)}</p>
      <p>{t('verify.basis', { basis: say(use.legal_basis) })}</p>
      <p>{t('verify.appeal', { address: say(use.appeal_address) })}</p>
    </section>
  );
}
