import { buttonLook } from '../../shared/components/button.tsx';
import { Mark } from '../../shared/mark/mark.tsx';
import { Link } from '../links.ts';
import { usePlan } from '../queries/plan.ts';
import { useWords } from '../words/words.ts';
import { Certificates } from './what/certificate.tsx';
import { Contact } from './what/contact.tsx';
import { Points } from './what/points.tsx';
import styles from './what-it-is.module.css';

const steps = ['find', 'come', 'earn', 'prove'] as const;
const tiers = ['home', 'school', 'community'] as const;

export function Page() {
  const { t } = useWords();
  return (
    <div className={styles.what}>
      <section className={styles.welcome}>
        <div>
          <h1 className={styles.title}>{t('what.title')}</h1>
          <p className={styles.lead}>{t('what.lead')}</p>
          <p className={styles.doors}>
            <a href="/app/" className={buttonLook()}>
              {t('what.carers')}
            </a>
            <a href="/desk/" className={buttonLook({ kind: 'quiet' })}>
              {t('what.staff')}
            </a>
          </p>
        </div>
        <div className={styles.mark}>
          <Mark size={240} />
        </div>
      </section>
      <section>
        <h2 className={styles.heading}>{t('what.howTitle')}</h2>
        <ol className={styles.steps}>
          {steps.map((step, index) => (
            <li key={step} className={styles.step}>
              <span className={styles.number} aria-hidden="true">
                {index + 1}
              </span>
              <h3 className={styles.stepTitle}>{t(`what.steps.${step}.title`)}</h3>
              <p>{t(`what.steps.${step}.text`)}</p>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2 className={styles.heading}>{t('what.tiersTitle')}</h2>
        <dl className={styles.tiers}>
          {tiers.map((tier) => (
            <div key={tier} className={styles.tier}>
              <dt className={styles.tierTitle}>{t(`what.tiers.${tier}.title`)}</dt>
              <dd>{t(`what.tiers.${tier}.text`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <OfThePlan />
    </div>
  );
}

/** What the district's plan says today; while it is fetched, or without a server, the rest of the page stands. */
function OfThePlan() {
  const { t } = useWords();
  const { data: plan } = usePlan();
  if (!plan) return null;
  return (
    <>
      <section>
        <h2 className={styles.heading}>{t('plan.pointsTitle')}</h2>
        <Points plan={plan} />
      </section>
      <section>
        <h2 className={styles.heading}>{t('plan.certificateTitle')}</h2>
        <Certificates plan={plan} />
      </section>
      <section>
        <h2 className={styles.heading}>{t('plan.planTitle')}</h2>
        <p>{t('plan.planText')}</p>
        <p>
          <Link to="/plan">{t('plan.toPlan')}</Link>
        </p>
      </section>
      <section>
        <h2 className={styles.heading}>{t('plan.contactTitle')}</h2>
        <Contact plan={plan} />
      </section>
    </>
  );
}
