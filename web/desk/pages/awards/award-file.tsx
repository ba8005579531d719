import { Asked } from '../../../shared/components/asked.tsx';
import { useToast } from '../../../shared/components/toast.tsx';
import { formatDay, formatInstant } from '../../../shared/format.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useLanguage } from '../../../shared/words/words.ts';
import { type AwardFile, useAttachToAward, useAward } from '../../queries/awards.ts';
import { useWords } from '../../words/words.ts';
import styles from '../contests/contests.module.css';
import { useSay } from '../parts/say.ts';
import { Section } from '../parts/section.tsx';
import { Terms } from '../parts/terms.tsx';
import { DecideAward } from './decide-award.tsx';
import { PickFile } from './pick-file.tsx';
import { useAmount } from './use-amount.ts';

/** One deed entered by hand: who, what, who entered and who decided, what shows it. */
export function AwardFileView({ awardId }: { readonly awardId: string }) {
  return (
    <Asked question={useAward(awardId)} lines={9}>
      {(award) => <Opened key={award.id} award={award} />}
    </Asked>
  );
}

function Opened({ award }: { readonly award: AwardFile }) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const amountOf = useAmount();
  return (
    <article className={styles.file}>
      <h2 className={styles.name}>{award.carer_name}</h2>
      <p className={styles.said}>{award.reason}</p>
      <Terms
        rows={[
          { term: t('awards.deed'), value: say(award.kind_name) },
          { term: t('awards.day'), value: formatDay(award.done_on, language) },
          { term: t('awards.amount'), value: amountOf(award) },
          { term: t('awards.organisation'), value: award.organisation_name },
          { term: t('awards.state'), value: say(award.state_name) },
          {
            term: t('awards.madeBy'),
            value: `${award.made_by} · ${formatInstant(award.made_at, language)}`,
          },
          {
            term: t('awards.decidedBy'),
            value:
              award.decided_at &&
              `${award.decided_by} · ${formatInstant(award.decided_at, language)}`,
          },
          { term: t('awards.declineReason'), value: award.decline_reason },
          { term: t('awards.reviewedBy'), value: award.reviewed_by },
          { term: t('awards.reviewNote'), value: award.review_note },
        ]}
      />
      <Evidence award={award} />
      <DecideAward award={award} />
    </article>
  );
}

function Evidence({ award }: { readonly award: AwardFile }) {
  const { t } = useWords();
  const say = useToast();
  const attach = useAttachToAward(award.id);
  const send = async (file: File) => {
    await attach.mutateAsync(file);
    say(t('awards.attached'));
  };
  return (
    <Section title={t('awards.evidence')}>
      {award.evidence.length === 0 && <p>{t('awards.noEvidence')}</p>}
      <ul className={styles.evidence}>
        {award.evidence.map(({ id, kind }, index) => (
          <li key={id}>
            <a href={`/api/v1/awards/${award.id}/evidence/${id}`} target="_blank" rel="noopener">
              {t(kind === 'pdf' ? 'contests.openPdf' : 'contests.openPicture', {
                number: index + 1,
              })}
            </a>
          </li>
        ))}
      </ul>
      {award.may_attach && (
        <PickFile busy={attach.isPending} onPicked={(file) => void send(file).catch(() => {})} />
      )}
      <ProblemLine error={attach.error} />
    </Section>
  );
}
