import type { PublicPlan } from '../../../shared/api-types.gen.ts';
import { formatPhone } from '../../../shared/format.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../say.ts';
import styles from './plan.module.css';

export function Contact({ plan }: { readonly plan: PublicPlan }) {
  const { t } = useWords();
  const say = useSay();
  const { phone, email, address, hours } = plan.contact;
  return (
    <address className={styles.contact}>
      <p>
        <strong>{say(plan.office)}</strong>
      </p>
      <p>{say(address)}</p>
      {phone && (
        <p>
          {t('plan.phone')} <a href={`tel:${phone}`}>{formatPhone(phone)}</a>
        </p>
      )}
      {hours && <p>{say(hours)}</p>}
      {email && (
        <p>
          {t('plan.email')} <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
    </address>
  );
}
