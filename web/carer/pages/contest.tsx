import { Asked } from '../../shared/components/asked.tsx';
import { Card } from '../../shared/components/card.tsx';
import { formatDay, formatInstant, formatSpan } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { usePageParams } from '../links.ts';
import { type ContestFile, useContest } from '../queries/contests.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { AnswerBack } from './contest/answer-back.tsx';
import styles from './contest/contest.module.css';
import { Evidence } from './contest/evidence.tsx';
import { ContestTags } from './contest/tags.tsx';
import { useDueWords } from './contest/use-due-words.ts';
import { Paper } from './parts/paper.tsx';
import { useSay } from './parts/say.ts';
import { Section } from './parts/section.tsx';
import { Terms } from './parts/terms.tsx';

/** One thing that I contest: how far it has come, what was decided and why. */
export function Page() {
  const { t } = useWords();
  const { contestId } = usePageParams<'/contests/$contestId'>();
  const contest = useContest(contestId);
  return (
    <>
      <PageHead title={t('contests.one')} back="/contests" />
      <Asked question={contest} lines={9}>
        {(answer) => <Opened contest={answer} />}
      </Asked>
    </>
  );
}

function Opened({ contest }: { readonly contest: ContestFile }) {
  const { t } = useWords();
  const say = useSay();
  const due = useDueWords()(contest);
  return (
    <div className={styles.file}>
      <Paper>
        <div className={styles.field}>
          <h2>{say(contest.title)}</h2>
          <ContestTags contest={contest} />
          {due && <p>{due}</p>}
        </div>
      </Paper>
      {contest.decisions.toReversed().map((decision) => (
        <Decision key={decision.level} decision={decision} contest={contest} />
      ))}
      <AnswerBack contest={contest} what="refuse" />
      <About contest={contest} />
      <Section title={t('contests.mine')}>
        <Paper>
          <p className={styles.said}>{contest.words}</p>
        </Paper>
      </Section>
      <Evidence contest={contest} />
      <Looks contest={contest} />
      <AnswerBack contest={contest} what="withdraw" />
    </div>
  );
}

interface DecisionProps {
  readonly contest: ContestFile;
  readonly decision: ContestFile['decisions'][number];
}

function Decision({ contest, decision }: DecisionProps) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const { level, outcome, reason, minutes_before: before, minutes_after: after } = decision;
  const who = level === 'host' ? contest.host_name : t('contests.district');
  return (
    <Card
      tone={outcome === 'upheld' ? 'mint' : 'plain'}
      title={t(`contests.decided.${outcome}`, { who })}
    >
      <div className={styles.field}>
        <p className={styles.said}>{reason}</p>
        {after !== null && (
          <p>
            {before === null
              ? t('contests.entered', { minutes: after })
              : t('contests.corrected', { before, after })}
          </p>
        )}
        {after === null && outcome === 'upheld' && contest.claim === 'wrong' && (
          <p>{t('contests.takenBack')}</p>
        )}
        <p className={styles.soft}>
          {t('contests.decidedBy', {
            name: decision.decided_by,
            at: formatInstant(decision.decided_at, language),
          })}
        </p>
        {level === 'district' && contest.appeal_address && (
          <p className={styles.soft}>
            {t('contests.further', { address: say(contest.appeal_address) })}
          </p>
        )}
      </div>
    </Card>
  );
}

/** What the house knows of it now. */
function About({ contest }: { readonly contest: ContestFile }) {
  const { t } = useWords();
  const language = useLanguage();
  const { event, presence, happened_on: day } = contest;
  return (
    <Section title={t('contests.known')}>
      <Paper>
        <Terms
          rows={[
            { term: t('contests.host'), value: contest.host_name },
            {
              term: t('activity.when'),
              value: event
                ? formatSpan(event.begins_at, event.ends_at, language)
                : day && formatDay(day, language),
            },
            { term: t('activity.where'), value: event?.place },
            {
              term: t('contests.presence'),
              value: presence
                ? t('contests.minutes', { minutes: presence.minutes ?? 0 })
                : event && t('contests.noPresence'),
            },
            { term: t('contests.confirmedBy'), value: presence?.confirmed_by.join('、') },
            { term: t('contests.madeAt'), value: formatInstant(contest.made_at, language) },
          ]}
        />
      </Paper>
    </Section>
  );
}

/** Who of the staff opened it: what a family tells and shows is theirs. */
function Looks({ contest }: { readonly contest: ContestFile }) {
  const { t } = useWords();
  const language = useLanguage();
  if (!contest.is_mine) return null;
  return (
    <Section title={t('contests.looks')}>
      <p className={styles.soft}>
        {t(contest.looks.length > 0 ? 'contests.looksText' : 'contests.noLooks')}
      </p>
      <ul className={styles.chosen}>
        {contest.looks.map(({ name, what, at }) => (
          <li key={`${name} ${what}`}>
            {t(`contests.looked.${what}`, { name, at: formatInstant(at, language) })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
