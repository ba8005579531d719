import type { CheckedCertificate } from '../../../shared/api-types.gen.ts';
import { Button } from '../../../shared/components/button.tsx';
import { formatDay, formatInstant } from '../../../shared/format.ts';
import { AlertIcon, CloseIcon, DoneIcon } from '../../../shared/icons.tsx';
import { useLanguage } from '../../../shared/words/words.ts';
import type { CheckedHere } from '../../checking/check-here.ts';
import { Link } from '../../links.ts';
import { isCheckedHere } from '../../queries/certificates.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../say.ts';
import { AdmissionUse } from './admission-use.tsx';
import { VerdictLine } from './verdict-line.tsx';
import styles from './verify.module.css';

interface VerdictProps {
  /** The server's answer, or the browser's own. */
  readonly certificate: CheckedCertificate | CheckedHere;
}

/** One line that decides, every field of the paper, every check with its reason, and what it is for. */
export function Verdict({ certificate }: VerdictProps) {
  const { t } = useWords();
  const language = useLanguage();
  const { verdict, state, checked_at } = certificate;
  return (
    <article className={styles.page}>
      <VerdictLine
        verdict={verdict}
        title={titleOf(certificate, t)}
        text={t(`verify.texts.${verdict}`)}
      />
      {certificate.appealed_at && (
        <p className={styles.paper}>
          {t('verify.appealed', { at: formatDay(certificate.appealed_at, language) })}
        </p>
      )}
      {isCheckedHere(certificate) && <CheckedByThisDevice certificate={certificate} />}
      {certificate.fields.length > 0 && <Fields certificate={certificate} />}
      <Checks certificate={certificate} />
      <AdmissionUse use={certificate.admission_use} />
      <p className={styles.soft}>
        {t('verify.checkedAt', { at: formatInstant(checked_at, language) })}
        {state === 'suspended' && ` ${t('verify.suspendedHint')}`}
      </p>
      <p className={styles.buttons}>
        <Button kind="quiet" onClick={() => window.print()}>
          {t('verify.print')}
        </Button>
        <Link to="/verify">{t('verify.other')}</Link>
      </p>
    </article>
  );
}

/** The register's word says more than a failed check. */
const toldStates = ['suspended', 'contested', 'ended', 'revoked', 'replaced'] as const;

function titleOf(certificate: VerdictProps['certificate'], t: ReturnType<typeof useWords>['t']) {
  const { verdict, state } = certificate;
  // What the lists will say tomorrow nobody knows here.
  if (verdict === 'valid' && isCheckedHere(certificate)) return t('verify.hereValid');
  const told = toldStates.find((one) => one === state);
  if (verdict === 'invalid' && told) return t(`verify.states.${told}`);
  return t(`verify.verdicts.${verdict}`);
}

/** Said before anything else is read: from when the lists are by which this was judged. */
function CheckedByThisDevice({ certificate }: { readonly certificate: CheckedHere }) {
  const { t } = useWords();
  const language = useLanguage();
  const { listsSignedAt, fields } = certificate;
  return (
    <section className={styles.paper}>
      <h2 className={styles.heading}>{t('verify.here.title')}</h2>
      <p>
        {listsSignedAt
          ? t('verify.here.lists', { at: formatInstant(listsSignedAt.toISOString(), language) })
          : t('verify.here.noLists')}
      </p>
      {fields.length === 0 && <p>{t('verify.here.noFacts')}</p>}
    </section>
  );
}

function Fields({ certificate }: { readonly certificate: CheckedCertificate }) {
  const { t } = useWords();
  const say = useSay();
  return (
    <section className={styles.paper}>
      <h2 className={styles.heading}>{t('verify.fields')}</h2>
      <p className={styles.soft}>
        {certificate.withheld > 0
          ? t('verify.withheld', { count: certificate.withheld })
          : t('verify.fieldsText')}
      </p>
      <dl className={styles.fields}>
        {certificate.fields.map(({ key, label, value }) => (
          <div key={key} className={styles.field}>
            <dt>{say(label)}</dt>
            <dd>{say(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const outcomes = ['passed', 'failed', 'unknown'] as const;
const signs = { passed: DoneIcon, failed: CloseIcon, unknown: AlertIcon } as const;

function Checks({ certificate }: { readonly certificate: CheckedCertificate }) {
  const { t } = useWords();
  const say = useSay();
  return (
    <section className={styles.paper}>
      <h2 className={styles.heading}>{t('verify.checks')}</h2>
      <ul className={styles.checks}>
        {certificate.checks.map(({ key, outcome, says }) => {
          const known = outcomes.find((one) => one === outcome) ?? 'unknown';
          const Sign = signs[known];
          return (
            <li key={key} className={`${styles.check} ${styles[known]}`}>
              <Sign size={1.4} />
              <span>
                <span className={styles.outcome}>{t(`verify.outcomes.${known}`)}</span> {say(says)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
