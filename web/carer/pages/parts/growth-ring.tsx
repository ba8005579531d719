import { Ring } from '../../../shared/components/ring.tsx';
import { formatPoints, pointsOf } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { Link } from '../../links.ts';
import { useWords } from '../../words/words.ts';
import styles from './growth-ring.module.css';

interface GrowthRingProps {
  readonly name: string;
  readonly total: number;
  readonly threshold: number;
  readonly missing: number;
  /** The child’s present one. */
  readonly certificate?: { readonly id: string; readonly state: string } | null | undefined;
}

/** How far a family has come for one child, what is missing, and how to get there. */
export function GrowthRing({ name, total, threshold, missing, certificate }: GrowthRingProps) {
  const { t } = useWords();
  const language = useLanguage();
  const said = {
    name,
    points: formatPoints(total, language),
    threshold: formatPoints(threshold, language),
  };
  return (
    <div className={styles.growth}>
      <Ring value={total} of={threshold} label={t('growth.ring', said)} size={7.5}>
        <span className={styles.number}>{pointsOf(total)}</span>
        <span className={styles.of}>{t('growth.of', { threshold: pointsOf(threshold) })}</span>
      </Ring>
      <div className={styles.words}>
        <Progress name={name} threshold={threshold} missing={missing} state={certificate?.state} />
        <p className={styles.links}>
          {missing > 0 && (
            <Link to="/growth/how" className={styles.link ?? ''}>
              {t('growth.how')}
            </Link>
          )}
          {certificate && (
            <Link
              to="/certificates/$certificateId"
              params={{ certificateId: certificate.id }}
              className={styles.link ?? ''}
            >
              {t('growth.certificate')}
            </Link>
          )}
        </p>
      </div>
    </div>
  );
}

interface ProgressProps {
  readonly name: string;
  readonly threshold: number;
  readonly missing: number;
  /** Of the certificate. */
  readonly state: string | undefined;
}

function Progress({ name, threshold, missing, state }: ProgressProps) {
  const { t } = useWords();
  const language = useLanguage();
  if (threshold <= 0) return <p>{t('growth.noThreshold')}</p>;
  if (missing > 0) {
    return (
      <p className={styles.strong}>
        {t('growth.missing', { points: formatPoints(missing, language) })}
      </p>
    );
  }
  return (
    <>
      <p className={styles.strong}>
        {t('growth.reached', { threshold: formatPoints(threshold, language) })}
      </p>
      <p>{t(reachedWords(state), { name })}</p>
    </>
  );
}

function reachedWords(state: string | undefined) {
  if (state === 'valid') return 'growth.reachedText';
  return state === undefined || state === 'due' ? 'growth.reachedSoon' : 'growth.reachedUnusable';
}
