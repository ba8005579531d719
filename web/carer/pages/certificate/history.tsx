import { formatInstant, formatPoints } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import type { MyCertificate } from '../../queries/certificates.ts';
import { useWords } from '../../words/words.ts';
import { Paper } from '../parts/paper.tsx';
import { Section } from '../parts/section.tsx';
import styles from './certificate.module.css';

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
type Event = (typeof events)[number];

/** What happened to it, newest first, with the family's total at that moment. */
export function History({ certificate }: { readonly certificate: MyCertificate }) {
  const { t } = useWords();
  const language = useLanguage();
  const known = certificate.events.filter(({ event }) => events.includes(event as Event));
  if (known.length === 0) return null;
  return (
    <Section title={t('certificate.history')}>
      <Paper>
        <ol className={styles.history}>
          {[...known].reverse().map(({ event, at, total, reason }) => (
            <li key={`${event} ${at}`}>
              <p className={styles.strong}>{t(`certificate.event-${event as Event}`)}</p>
              <p className={styles.soft}>
                {[
                  formatInstant(at, language),
                  total !== null &&
                    t('certificate.totalThen', { points: formatPoints(total, language) }),
                  reason,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ol>
      </Paper>
    </Section>
  );
}
