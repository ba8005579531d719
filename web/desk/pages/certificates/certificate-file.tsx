import type { Certificate } from '../../../shared/api-types.gen.ts';
import { Asked } from '../../../shared/components/asked.tsx';
import { formatDay, formatInstant, formatPoints } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { Link } from '../../links.ts';
import { useCertificate } from '../../queries/certificates.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../parts/say.ts';
import { Note, Section } from '../parts/section.tsx';
import { Terms } from '../parts/terms.tsx';
import { CertificateStateTag } from './certificate-state.tsx';
import styles from './certificates.module.css';

/** One certificate: whose, how it stands, and everything that happened to it with the reason. */
export function CertificateFile({ certificateId }: { readonly certificateId: string }) {
  return (
    <Asked question={useCertificate(certificateId)} lines={9}>
      {(certificate) => <Opened certificate={certificate} />}
    </Asked>
  );
}

function Opened({ certificate }: { readonly certificate: Certificate }) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const { student_id, student_name, state, issued_at, valid_until } = certificate;
  return (
    <article>
      <h2 className={styles.name}>
        {student_name} <CertificateStateTag state={state} />
      </h2>
      <Note>{t('student.logged')}</Note>
      <div className={styles.terms}>
        <Terms
          rows={[
            { term: t('certificateFile.kind'), value: say(certificate.name) },
            { term: t('certificates.number'), value: certificate.number },
            {
              term: t('certificates.threshold'),
              value: formatPoints(certificate.threshold, language),
            },
            { term: t('certificates.issued'), value: issued_at && formatDay(issued_at, language) },
            {
              term: t('certificates.until'),
              value: valid_until && formatDay(valid_until, language),
            },
          ]}
        />
      </div>
      <p className={styles.ways}>
        <Link to="/students" search={{ open: student_id }}>
          {t('certificateFile.student')}
        </Link>
        {issued_at && (
          <a
            href={`/api/v1/certificates/${certificate.id}/paper?lang=${language}`}
            target="_blank"
            rel="noopener"
          >
            {t('certificateFile.paper')}
          </a>
        )}
      </p>
      <Section title={t('certificateFile.history')}>
        <History certificate={certificate} />
      </Section>
    </article>
  );
}

const events = ['decided', 'issued', 'suspended', 'reinstated', 'revoked'] as const;

/** Newest first. Where no person wrote a reason, the family's points at that moment are the reason. */
function History({ certificate }: { readonly certificate: Certificate }) {
  const { t } = useWords();
  const language = useLanguage();
  const threshold = formatPoints(certificate.threshold, language);
  return (
    <ol className={styles.history}>
      {certificate.events.toReversed().map(({ event, at, total, reason }) => {
        const known = events.find((one) => one === event);
        const points = total === null ? '' : formatPoints(total, language);
        return (
          <li key={`${event} ${at}`}>
            <p>
              <strong>{known ? t(`certificateFile.events.${known}`) : event}</strong>{' '}
              <span className={styles.soft}>{formatInstant(at, language)}</span>
            </p>
            {total !== null && (
              <p className={styles.soft}>
                {event === 'suspended'
                  ? t('certificateFile.below', { points, threshold })
                  : t('certificateFile.total', { points, threshold })}
              </p>
            )}
            {reason && <p>{t('certificateFile.because', { reason })}</p>}
          </li>
        );
      })}
    </ol>
  );
}
