import { Asked } from '../../../shared/components/asked.tsx';
import { formatDay, formatInstant, formatSpan } from '../../../shared/format.ts';
import type { Language } from '../../../shared/words/language.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { Link } from '../../links.ts';
import { type ContestFile, useContest } from '../../queries/contests.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../parts/say.ts';
import { Note, Section } from '../parts/section.tsx';
import { Terms } from '../parts/terms.tsx';
import styles from './contests.module.css';
import { Decide } from './decide.tsx';
import { DueTag } from './due-tag.tsx';

type Presence = NonNullable<ContestFile['presence']>;

/** From the door's entry to its exit, as far as either was seen. */
function whenThere({ entered_at: entered, left_at: left }: Presence, language: Language): string {
  if (!entered) return '—';
  return left ? formatSpan(entered, left, language) : formatInstant(entered, language);
}

/** One contest: what the family says and shows, what is on record, what was decided, and the decision to take. */
export function ContestFileView({ contestId }: { readonly contestId: string }) {
  return (
    <Asked question={useContest(contestId)} lines={9}>
      {(contest) => <Opened key={contest.id} contest={contest} />}
    </Asked>
  );
}

function Opened({ contest }: { readonly contest: ContestFile }) {
  const { t } = useWords();
  const say = useSay();
  return (
    <article className={styles.file}>
      <h2 className={styles.name}>{say(contest.title)}</h2>
      <p className={styles.line}>
        <strong>{t(`contests.claims.${contest.claim}`)}</strong>
        <span>{say(contest.state_name)}</span>
        {contest.state !== 'answered' && <DueTag due={contest.due_at} urgency={contest.urgency} />}
      </p>
      <Note>{t('contests.logged')}</Note>
      <Section title={t('contests.says', { name: contest.carer_name })}>
        <p className={styles.said}>{contest.words}</p>
      </Section>
      <Record contest={contest} />
      {contest.evidence.length > 0 && <Evidence contest={contest} />}
      {contest.decisions.length > 0 && <Decisions contest={contest} />}
      <Decide contest={contest} />
    </article>
  );
}

function Record({ contest }: { readonly contest: ContestFile }) {
  const { t } = useWords();
  const language = useLanguage();
  const { event, presence, activity_id: activityId, certificate_id: certificateId } = contest;
  const { escalated_because: because } = contest;
  return (
    <Section title={t('contests.record')}>
      <Terms
        rows={[
          { term: t('contests.host'), value: contest.host_name },
          {
            term: t('contests.when'),
            value: event
              ? formatSpan(event.begins_at, event.ends_at, language)
              : contest.happened_on && formatDay(contest.happened_on, language),
          },
          { term: t('contests.place'), value: event?.place },
          {
            term: t('contests.presence'),
            value: presence
              ? t('contests.presenceText', {
                  minutes: presence.minutes ?? 0,
                  when: whenThere(presence, language),
                })
              : event && t('contests.noPresence'),
          },
          { term: t('contests.confirmedBy'), value: presence?.confirmed_by.join('、') },
          { term: t('contests.made'), value: formatInstant(contest.made_at, language) },
          {
            term: t('contests.enteredBy'),
            value:
              contest.entered &&
              `${contest.entered.by} · ${t(`contests.ways.${contest.entered.how}`)}`,
          },
          {
            term: t('contests.atDistrict'),
            value: because && t(`contests.because.${because}`),
          },
        ]}
      />
      <p className={styles.ways}>
        {activityId && (
          <Link to="/activities/$activityId" params={{ activityId }}>
            {t('contests.toEvent')}
          </Link>
        )}
        {certificateId && (
          <Link to="/certificates" search={{ open: certificateId }}>
            {t('contests.toCertificate')}
          </Link>
        )}
      </p>
    </Section>
  );
}

function Evidence({ contest }: { readonly contest: ContestFile }) {
  const { t } = useWords();
  return (
    <Section title={t('contests.evidence')}>
      <ul className={styles.evidence}>
        {contest.evidence.map(({ id, kind }, index) => {
          const address = `/api/v1/contests/${contest.id}/evidence/${id}`;
          const number = index + 1;
          return (
            <li key={id}>
              <a href={address} target="_blank" rel="noopener">
                {t(kind === 'pdf' ? 'contests.openPdf' : 'contests.openPicture', { number })}
              </a>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Decisions({ contest }: { readonly contest: ContestFile }) {
  const { t } = useWords();
  const language = useLanguage();
  return (
    <Section title={t('contests.decisions')}>
      {contest.decisions.map((one) => (
        <div key={one.level} className={styles.decision}>
          <p>
            <strong>
              {t(`contests.levels.${one.level}`)}：{t(`contests.outcomes.${one.outcome}`)}
            </strong>
          </p>
          <p className={styles.said}>{one.reason}</p>
          {one.minutes_after !== null && (
            <p>
              {t('contests.corrected', {
                before: one.minutes_before ?? '—',
                after: one.minutes_after,
              })}
            </p>
          )}
          <p className={styles.soft}>
            {one.decided_by} · {formatInstant(one.decided_at, language)}
          </p>
        </div>
      ))}
    </Section>
  );
}
