import { Asked } from '../../shared/components/asked.tsx';
import { buttonLook } from '../../shared/components/button.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { formatDay, formatPoints } from '../../shared/format.ts';
import { OnwardIcon } from '../../shared/icons.tsx';
import { useSignedIn } from '../../shared/queries/me.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { Link } from '../links.ts';
import { type MyCertificate, useMyCertificates } from '../queries/certificates.ts';
import { usePlan } from '../queries/plan.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { CertificateTag } from './certificate/certificate-tag.tsx';
import list from './parts/list.module.css';
import { useSay } from './parts/say.ts';
import { Tags } from './parts/tag.tsx';

export function Page() {
  const { t } = useWords();
  const certificates = useMyCertificates();
  return (
    <>
      <PageHead title={t('certificates.title')} back="/growth" />
      <Asked question={certificates} lines={6}>
        {({ items }) => (items.length === 0 ? <Nothing /> : <Certificates certificates={items} />)}
      </Asked>
    </>
  );
}

function Nothing() {
  const { t } = useWords();
  const language = useLanguage();
  const threshold = usePlan().data?.certificates[0]?.threshold;
  return (
    <EmptyState
      title={t('certificates.none')}
      text={
        threshold === undefined
          ? t('certificates.nonePlain')
          : t('certificates.noneText', { threshold: formatPoints(threshold, language) })
      }
      action={
        <Link to="/growth/how" className={buttonLook()}>
          {t('certificates.how')}
        </Link>
      }
    />
  );
}

function Certificates({ certificates }: { readonly certificates: readonly MyCertificate[] }) {
  const { t } = useWords();
  const language = useLanguage();
  const say = useSay();
  const { children } = useSignedIn();
  const nameOf = (id: string) => children.find((child) => child.id === id)?.name;
  return (
    <ul className={list.list}>
      {certificates.map((certificate) => (
        <li key={certificate.id}>
          <Link
            to="/certificates/$certificateId"
            params={{ certificateId: certificate.id }}
            className={list.row ?? ''}
          >
            <span className={list.words}>
              <span className={list.title}>
                {[nameOf(certificate.student_id), say(certificate.name)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <span className={list.soft}>
                {t('certificates.number', { number: certificate.number })}
              </span>
              {certificate.valid_until && (
                <span className={list.soft}>
                  {t('certificates.until', { day: formatDay(certificate.valid_until, language) })}
                </span>
              )}
              <Tags>
                <CertificateTag certificate={certificate} />
              </Tags>
            </span>
            <OnwardIcon size={1.1} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
