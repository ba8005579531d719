import type { Certificate } from '../../../shared/api-types.gen.ts';
import { Asked } from '../../../shared/components/asked.tsx';
import { formatDay, formatInstant, formatPoints } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { Link } from '../../links.ts';
import { useCertificate } from '../../queries/certificates.ts';
import { useWords } from '../../words/words.ts';
import { Opener } from '../parts/list-table.tsx';
import { useSay } from '../parts/say.ts';
import { Note, Section } from '../parts/section.tsx';
import { Terms } from '../parts/terms.tsx';
import { CertificateStateTag } from './certificate-state.tsx';
import styles from './certificates.module.css';
import { DecideOnCertificate } from './decide-on-certificate.tsx';
import { WhyAsked } from './why-asked.tsx';

/** One certificate: whose, how it stands, and everything that happened to it with the reason. */
interface CertificateFileProps {
  readonly certificateId: string;
  readonly onOpen: (id: string) => void;
}

export function CertificateFile({ certificateId, onOpen }: CertificateFileProps) {
  return (
    <Asked question={useCertificate(certificateId)} lines={9}>
      {(certificate) => <Opened key={certificate.id} certificate={certificate} onOpen={onOpen} />}
    </Asked>
  );
}

interface OpenedProps {
  readonly certificate: Certificate;
  readonly onOpen: (id: string) => void;
}

function Opened({ certificate, onOpen }: OpenedProps) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const { student_id, student_name, state, issued_at, valid_until } = certificate;
  const { replaces, replaced_by, appealed_at } = certificate;
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
            { term: t('certificateFile.why'), value: <WhyAsked certificate={certificate} /> },
            { term: t('certificates.issued'), value: issued_at && formatDay(issued_at, language) },
            {
              term: t('certificates.until'),
              value: valid_until && formatDay(valid_until, language),
            },
            {
              term: t('certificateFile.appealed'),
              value: appealed_at && formatDay(appealed_at, language),
            },
            {
              term: t('certificateFile.replaces'),
              value: replaces && (
                <Opener onOpen={() => onOpen(replaces.id)}>{replaces.number}</Opener>
              ),
            },
            {
              term: t('certificateFile.replacedBy'),
              value: replaced_by && (
                <Opener onOpen={() => onOpen(replaced_by.id)}>{replaced_by.number}</Opener>
              ),
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
      <DecideOnCertificate certificate={certificate} onOpen={onOpen} />
      <Section title={t('certificateFile.history')}>
        <History certificate={certificate} />
      </Section>
    </article>
  );
}

const events = [
  'decided',
  'renewed',
  'renamed',
  'reissued',
  'issued',
  'suspended',
  'reinstated',
  'contested',
  'ended',
  'revoked',
  'replaced',
] as const;

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
