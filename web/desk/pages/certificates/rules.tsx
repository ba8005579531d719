import { Asked } from '../../../shared/components/asked.tsx';
import { formatPoints } from '../../../shared/format.ts';
import { useMay } from '../../../shared/queries/me.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { Link } from '../../links.ts';
import { usePlan } from '../../queries/plan.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../parts/say.ts';
import { Paper, Section } from '../parts/section.tsx';
import { Terms } from '../parts/terms.tsx';

/** What the plan certifies, from which score, for how long, and how it is verified. */
export function Rules() {
  const { t } = useWords();
  const say = useSay();
  const may = useMay();
  const language = useLanguage();
  const plan = usePlan();
  return (
    <>
      <Asked question={plan} lines={6}>
        {({ certificates }) =>
          certificates.map((certificate) => (
            <Section key={certificate.id} title={say(certificate.name)}>
              <Paper>
                <Terms
                  rows={[
                    { term: t('certificates.what'), value: say(certificate.description) },
                    {
                      term: t('certificates.threshold'),
                      value: formatPoints(certificate.threshold, language),
                    },
                    { term: t('certificates.criteria'), value: say(certificate.criteria) },
                    {
                      term: t('certificates.valid'),
                      value: t('certificates.months', { count: certificate.valid_months }),
                    },
                  ]}
                />
              </Paper>
            </Section>
          ))
        }
      </Asked>
      <Section title={t('certificates.nextTitle')}>
        <p>{t('certificates.nextText')}</p>
        {may('certificates.verify') && (
          <p>
            <Link to="/verify-certificates">{t('verifyCertificates.title')}</Link>
          </p>
        )}
      </Section>
    </>
  );
}
