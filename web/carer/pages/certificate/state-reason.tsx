import { buttonLook } from '../../../shared/components/button.tsx';
import { Card } from '../../../shared/components/card.tsx';
import { formatPoints } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { Link } from '../../links.ts';
import type { MyCertificate } from '../../queries/certificates.ts';
import { useWords } from '../../words/words.ts';
import styles from './certificate.module.css';

/** Why a certificate does not hold now, and what brings it back. Nothing while it holds. */
export function StateReason({ certificate }: { readonly certificate: MyCertificate }) {
  const { t } = useWords();
  if (certificate.state === 'suspended') return <Suspended certificate={certificate} />;
  if (certificate.state === 'due') {
    return (
      <Card tone="mint" title={t('certificate.due')}>
        <p>{t('certificate.dueText')}</p>
      </Card>
    );
  }
  if (certificate.replaced_by) return <Replaced by={certificate.replaced_by} />;
  if (certificate.state === 'revoked' || certificate.state === 'contested') {
    return <TakenOutOfUse certificate={certificate} state={certificate.state} />;
  }
  if (certificate.state === 'ended') {
    return (
      <Card title={t('certificate.ended')}>
        <p>{t('certificate.endedText')}</p>
      </Card>
    );
  }
  return null;
}

interface TakenOutOfUseProps {
  readonly certificate: MyCertificate;
  readonly state: 'revoked' | 'contested';
}

/** By the district office: its reason, in its words. */
function TakenOutOfUse({ certificate, state }: TakenOutOfUseProps) {
  const { t } = useWords();
  const reason = lastOf(certificate, state)?.reason;
  return (
    <Card tone="amber" title={t(`certificate.${state}`)}>
      {reason && <p className={styles.strong}>{t('certificate.officeReason', { reason })}</p>}
      <p>{t(`certificate.${state}Text`)}</p>
    </Card>
  );
}

function Replaced({ by }: { readonly by: { readonly id: string; readonly number: string } }) {
  const { t } = useWords();
  return (
    <Card title={t('certificate.replaced')}>
      <p>{t('certificate.replacedText', { number: by.number })}</p>
      <p className={styles.action}>
        <Link
          to="/certificates/$certificateId"
          params={{ certificateId: by.id }}
          className={buttonLook({ wide: true })}
        >
          {t('certificate.openNew')}
        </Link>
      </p>
    </Card>
  );
}

function lastOf({ events }: MyCertificate, event: string) {
  return events.findLast((one) => one.event === event);
}

function Suspended({ certificate }: { readonly certificate: MyCertificate }) {
  const { t } = useWords();
  const language = useLanguage();
  const last = lastOf(certificate, 'suspended');
  return (
    <Card tone="amber" title={t('certificate.suspended')}>
      <p>
        {last?.total == null
          ? t('certificate.suspendedPlain')
          : t('certificate.suspendedText', {
              total: formatPoints(last.total, language),
              threshold: formatPoints(certificate.threshold, language),
            })}
      </p>
      {last?.reason && (
        <p className={styles.strong}>{t('certificate.reason', { reason: last.reason })}</p>
      )}
      <p className={styles.action}>
        <Link to="/growth/how" className={buttonLook({ wide: true })}>
          {t('certificates.how')}
        </Link>
      </p>
    </Card>
  );
}
