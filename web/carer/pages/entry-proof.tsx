import { useQuery } from '@tanstack/react-query';
import type { EntryProof } from '../../shared/api-types.gen.ts';
import { Asked } from '../../shared/components/asked.tsx';
import { formatInstant } from '../../shared/format.ts';
import { AlertIcon, CloseIcon, DoneIcon } from '../../shared/icons.tsx';
import { useSignedIn } from '../../shared/queries/me.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { checkEntry, type EntryCheck, entryChecks, type Outcome } from '../ledger/check-entry.ts';
import { usePageParams } from '../links.ts';
import { useEntryProof, useExplainedEntry } from '../queries/points.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { Chain } from './entry/chain.tsx';
import styles from './entry-proof.module.css';
import { Paper } from './parts/paper.tsx';
import { PrintButton } from './parts/print-button.tsx';
import { Section } from './parts/section.tsx';

/** One entry from the clause to who confirmed it, and that it stands in the ledger unchanged (2.4.1). Prints on one page. */
export function Page() {
  const { t } = useWords();
  const { person } = useSignedIn();
  const { sequence } = usePageParams<'/growth/entries/$sequence'>();
  const explained = useExplainedEntry(person.id, Number(sequence));
  const proof = useEntryProof(person.id, Number(sequence));
  return (
    <div className={styles.sheet}>
      <PageHead title={t('explain.title')} back="/growth/entries" />
      <Asked question={explained} lines={9}>
        {(answer) => <Chain explained={answer} />}
      </Asked>
      <Section title={t('proof.title')}>
        <p className={styles.lead}>{t('proof.lead')}</p>
        <Asked question={proof} lines={7}>
          {(answer) => <Checked proof={answer} />}
        </Asked>
      </Section>
      <PrintButton />
    </div>
  );
}

function Checked({ proof }: { readonly proof: EntryProof }) {
  const { t } = useWords();
  const { data: outcomes } = useQuery({
    queryKey: ['entry-checked', proof],
    queryFn: () => checkEntry(proof),
  });
  if (!outcomes) return <p role="status">{t('proof.checking')}</p>;
  const all = entryChecks.map((check) => outcomes[check]);
  const worst = all.includes('failed') ? 'bad' : all.includes('unknown') ? 'open' : 'good';
  return (
    <>
      <Paper>
        <p className={styles[worst]} role="status">
          {t(`proof.${worst}`)}
        </p>
        <ul className={styles.checks}>
          {entryChecks.map((check) => (
            <Step key={check} check={check} outcome={outcomes[check]} proof={proof} />
          ))}
        </ul>
      </Paper>
      <Texts proof={proof} />
    </>
  );
}

const icons = { passed: DoneIcon, failed: CloseIcon, unknown: AlertIcon } as const;

interface StepProps {
  readonly check: EntryCheck;
  readonly outcome: Outcome;
  readonly proof: EntryProof;
}

function Step({ check, outcome, proof }: StepProps) {
  const { t } = useWords();
  const language = useLanguage();
  const OutcomeIcon = icons[outcome];
  const said = {
    steps: proof.hashes.length,
    size: proof.size,
    at: formatInstant(proof.checkpoint.signed_at, language),
  };
  return (
    <li className={styles[outcome]}>
      <OutcomeIcon />
      <div>
        <p className={styles.strong}>{t(`proof.${check}`)}</p>
        <p>
          {outcome === 'passed' ? t(`proof.${wordsOf(check, proof)}`, said) : t(`proof.${outcome}`)}
        </p>
      </div>
    </li>
  );
}

function wordsOf(check: EntryCheck, { account }: EntryProof) {
  if (check === 'account' && account.salt === null) return 'accountPlainText';
  return `${check}Text` as const;
}

/** For whoever wants to work it out elsewhere. */
function Texts({ proof }: { readonly proof: EntryProof }) {
  const { t } = useWords();
  const texts = [
    [t('proof.raw'), proof.entry],
    [t('proof.note'), proof.checkpoint.note.trim()],
    [t('proof.key'), proof.checkpoint.key],
  ] as const;
  return (
    <details className={styles.texts}>
      <summary>{t('proof.texts')}</summary>
      {texts.map(([title, text]) => (
        <div key={title}>
          <p className={styles.strong}>{title}</p>
          <pre className={styles.text}>{text}</pre>
        </div>
      ))}
    </details>
  );
}
