import { useToast } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { type ContestFile, evidenceAddress, useAttachEvidence } from '../../queries/contests.ts';
import { useWords } from '../../words/words.ts';
import { Section } from '../parts/section.tsx';
import styles from './contest.module.css';
import { PickFile } from './file-choice.tsx';

/** What the family shows, and more of it while nobody has decided. */
export function Evidence({ contest }: { readonly contest: ContestFile }) {
  const { t } = useWords();
  const say = useToast();
  const attach = useAttachEvidence(contest.id);
  const { evidence, may_add_evidence: mayAdd } = contest;
  if (evidence.length === 0 && !mayAdd) return null;
  const send = async (files: readonly File[]) => {
    for (const file of files) await attach.mutateAsync(file);
    say(t('contests.attached'));
  };
  return (
    <Section title={t('contests.evidence')}>
      <p className={styles.soft}>{t('contests.evidenceText')}</p>
      <ul className={styles.evidence}>
        {evidence.map(({ id, kind }, index) => (
          <li key={id}>
            <a href={evidenceAddress(contest.id, id)} target="_blank" rel="noopener">
              {kind === 'picture' ? (
                <img
                  src={evidenceAddress(contest.id, id)}
                  alt={t('contests.picture', { number: index + 1 })}
                  loading="lazy"
                />
              ) : (
                <span className={styles.paper}>{t('contests.pdf', { number: index + 1 })}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
      {mayAdd && (
        <PickFile busy={attach.isPending} onPicked={(files) => void send(files).catch(() => {})} />
      )}
      <ProblemLine error={attach.error} />
    </Section>
  );
}
