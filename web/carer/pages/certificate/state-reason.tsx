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
  if (certificate.state === 'revoked') {
    return (
      <Card tone="amber" title={t('certificate.revoked')}>
        <p>{t('certificate.revokedText')}</p>
      </Card>
    );
  }
  return null;
}

function Suspended({ certificate }: { readonly certificate: MyCertificate }) {
  const { t } = useWords();
  const language = useLanguage();
  const last = [...certificate.events].reverse().find(({ event }) => event === 'suspended');
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
      <p style={{ marginTop: 'var(--space-3)' }}>
        <Link to="/growth/how" className={buttonLook({ wide: true })}>
          {t('certificates.how')}
        </Link>
      </p>
    </Card>
  );
}
