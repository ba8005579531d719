import { Asked } from '../../shared/components/asked.tsx';
import { formatDay } from '../../shared/format.ts';
import { useSignedIn } from '../../shared/queries/me.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { usePageParams } from '../links.ts';
import { type MyCertificate, useCertificate } from '../queries/certificates.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import styles from './certificate/certificate.module.css';
import { CertificateTag } from './certificate/certificate-tag.tsx';
import { History } from './certificate/history.tsx';
import { Papers } from './certificate/papers.tsx';
import { Renewal } from './certificate/renewal.tsx';
import { StateReason } from './certificate/state-reason.tsx';
import { Raise } from './contest/raise.tsx';
import { Paper } from './parts/paper.tsx';
import { useSay } from './parts/say.ts';
import { Section } from './parts/section.tsx';
import { Terms } from './parts/terms.tsx';

export function Page() {
  const { t } = useWords();
  const { certificateId } = usePageParams<'/certificates/$certificateId'>();
  const certificate = useCertificate(certificateId);
  return (
    <>
      <PageHead title={t('certificate.title')} back="/certificates" />
      <Asked question={certificate} lines={9}>
        {(answer) => <Opened certificate={answer} />}
      </Asked>
    </>
  );
}

function Opened({ certificate }: { readonly certificate: MyCertificate }) {
  const { t } = useWords();
  const say = useSay();
  return (
    <>
      <StateReason certificate={certificate} />
      <Renewal certificate={certificate} />
      <Appeal certificate={certificate} />
      <Face certificate={certificate} />
      <Papers certificate={certificate} />
      {certificate.fields.length > 0 && (
        <Section title={t('certificate.written')}>
          <Paper>
            <Terms
              rows={certificate.fields.map(({ label, value }) => ({
                term: say(label),
                value: say(value),
              }))}
            />
          </Paper>
        </Section>
      )}
      <Use certificate={certificate} />
      <History certificate={certificate} />
    </>
  );
}

const appealable: readonly MyCertificate['state'][] = [
  'suspended',
  'contested',
  'ended',
  'revoked',
];

/** It is out of use and the family thinks that it should not be. */
function Appeal({ certificate }: { readonly certificate: MyCertificate }) {
  const { t } = useWords();
  const language = useLanguage();
  if (!appealable.includes(certificate.state) || certificate.replaced_by) return null;
  const { appealed_at: since } = certificate;
  if (since) return <p>{t('certificate.appealed', { day: formatDay(since, language) })}</p>;
  return (
    <Raise
      about={{ claim: 'certificate', certificate_id: certificate.id }}
      label={t('contests.appeal')}
      title={t('contests.appeal')}
      example={t('contests.appealExample')}
    />
  );
}

/** The card: whose, which, and whether it holds. */
function Face({ certificate }: { readonly certificate: MyCertificate }) {
  const { t } = useWords();
  const say = useSay();
  const { children } = useSignedIn();
  const child = children.find(({ id }) => id === certificate.student_id);
  return (
    <section className={styles.face}>
      <CertificateTag certificate={certificate} />
      <h2 className={styles.name}>{child?.name ?? say(certificate.name)}</h2>
      {child && <p>{say(certificate.name)}</p>}
      <p className={styles.number}>{t('certificates.number', { number: certificate.number })}</p>
    </section>
  );
}

function Use({ certificate }: { readonly certificate: MyCertificate }) {
  const { t } = useWords();
  const say = useSay();
  const { use, legal_basis, appeal_address } = certificate.admission_use;
  return (
    <Section title={t('certificate.use')}>
      <Paper>
        <p className={styles.use}>{t(`certificate.use-${use}`)}</p>
        <Terms
          rows={[
            { term: t('certificate.basis'), value: say(legal_basis) },
            { term: t('certificate.appeal'), value: say(appeal_address) },
          ]}
        />
      </Paper>
    </Section>
  );
}
