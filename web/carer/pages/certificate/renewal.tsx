import { Button } from '../../../shared/components/button.tsx';
import { Card } from '../../../shared/components/card.tsx';
import { useToast } from '../../../shared/components/toast.tsx';
import { formatDay } from '../../../shared/format.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useLanguage } from '../../../shared/words/words.ts';
import { useGo } from '../../links.ts';
import { type MyCertificate, useRenewCertificate } from '../../queries/certificates.ts';
import { useWords } from '../../words/words.ts';
import styles from './certificate.module.css';

/** Its end is near, or the child is named otherwise by now: one press for a new one. */
export function Renewal({ certificate }: { readonly certificate: MyCertificate }) {
  const { t } = useWords();
  const language = useLanguage();
  const go = useGo();
  const say = useToast();
  const renew = useRenewCertificate(certificate);
  const { renewal, valid_until, actions } = certificate;
  if (!renewal || !actions.includes('renew')) return null;
  const day = valid_until ? formatDay(valid_until, language) : '';
  const press = () =>
    renew.mutate(undefined, {
      onSuccess: ({ id }) => {
        say(t('certificate.renewedNow'));
        void go({
          to: '/certificates/$certificateId',
          params: { certificateId: id },
          replace: true,
        });
      },
    });
  return (
    <Card tone="mint" title={t(`certificate.renew-${renewal}`, { day })}>
      <p>{t(`certificate.renewText-${renewal}`)}</p>
      <p className={styles.action}>
        <Button wide busy={renew.isPending} onClick={press}>
          {t('certificate.renew')}
        </Button>
      </p>
      <ProblemLine error={renew.error} />
    </Card>
  );
}
