import type { ProgrammeDate, ProgrammeDetail } from '../../shared/api-types.gen.ts';
import { Asked } from '../../shared/components/asked.tsx';
import { Button } from '../../shared/components/button.tsx';
import { Card } from '../../shared/components/card.tsx';
import { OnwardIcon } from '../../shared/icons.tsx';
import { useSignedIn } from '../../shared/queries/me.ts';
import { ProblemLine } from '../../shared/sign-in/problem-line.tsx';
import { Link, usePageParams } from '../links.ts';
import { useProgramme, useSignUpForProgramme } from '../queries/programmes.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import styles from './activity/activity.module.css';
import list from './parts/list.module.css';
import { useSay } from './parts/say.ts';
import { Section } from './parts/section.tsx';
import { Tag, Tags } from './parts/tag.tsx';
import { useWhen } from './parts/when.ts';

/** Weekend classes, a summer programme: its dates, and one press for all of them. */
export function Page() {
  const { t } = useWords();
  const { programmeId } = usePageParams<'/programmes/$programmeId'>();
  const programme = useProgramme(programmeId);
  return (
    <>
      <PageHead title={t('programme.title')} back="/activities" />
      <Asked question={programme} lines={9}>
        {(answer) => <Opened programme={answer} />}
      </Asked>
    </>
  );
}

const isToCome = ({ state, ends_at: ends }: ProgrammeDate) =>
  state === 'published' && Date.parse(ends) > Date.now();

function Opened({ programme }: { readonly programme: ProgrammeDetail }) {
  const { t } = useWords();
  const say = useSay();
  const { name, host_name: host, term_name: term, summary, dates } = programme;
  return (
    <article className={styles.activity}>
      <header className={styles.head}>
        <h2 className={styles.title}>{name}</h2>
        <p>
          {host} · {say(term)}
        </p>
      </header>
      {summary && <p className={styles.description}>{summary}</p>}
      <JoinAll programme={programme} />
      <Section title={t('programme.dates', { count: dates.length })}>
        <ul className={list.list}>
          {dates.map((date) => (
            <li key={date.activity_id}>
              <DateRow date={date} />
            </li>
          ))}
        </ul>
      </Section>
    </article>
  );
}

function DateRow({ date }: { readonly date: ProgrammeDate }) {
  const when = useWhen();
  return (
    <Link
      to="/activities/$activityId"
      params={{ activityId: date.activity_id }}
      className={list.row ?? ''}
    >
      <span className={list.words}>
        <span className={list.title}>{date.title}</span>
        <span>{when(date.begins_at, date.ends_at)}</span>
        <Tags>
          <Where date={date} />
        </Tags>
      </span>
      <OnwardIcon size={1.1} />
    </Link>
  );
}

/** My place at it, or how many are left. */
function Where({ date }: { readonly date: ProgrammeDate }) {
  const { t } = useWords();
  const { registration, places_left: left } = date;
  if (registration === 'registered') return <Tag tone="mint">{t('activities.signedUp')}</Tag>;
  if (registration === 'waiting') return <Tag tone="amber">{t('activities.waiting')}</Tag>;
  if (registration === 'offered') return <Tag tone="amber">{t('activities.offered')}</Tag>;
  if (!isToCome(date)) return <Tag>{t('programme.over')}</Tag>;
  if (left === null) return null;
  if (left <= 0) return <Tag tone="amber">{t('activities.full')}</Tag>;
  return <Tag>{t('activities.places', { count: left })}</Tag>;
}

/** One press for all dates that are still to come, and then what became of each. */
function JoinAll({ programme }: { readonly programme: ProgrammeDetail }) {
  const { t } = useWords();
  const { children } = useSignedIn();
  const join = useSignUpForProgramme(programme.id);
  const open = programme.dates.filter((date) => isToCome(date) && date.registration === null);
  const fitting = children
    .map(({ id }) => id)
    .filter((id) => open.some(({ student_ids: ids }) => ids.includes(id)));
  if (join.data) return <Joined items={join.data.items} />;
  if (open.length === 0 || fitting.length === 0) return null;
  return (
    <>
      <ProblemLine error={join.error} />
      <Button wide busy={join.isPending} onClick={() => join.mutate(fitting)}>
        {t('programme.joinAll', { count: open.length })}
      </Button>
      <p>{t('programme.joinAllText')}</p>
    </>
  );
}

interface JoinedProps {
  readonly items: readonly {
    readonly activity_id: string;
    readonly begins_at: string;
    readonly ends_at: string;
    readonly state: string | null;
    readonly waiting_position: number | null;
    readonly problem: { readonly zh: string; readonly en: string } | null;
  }[];
}

function Joined({ items }: JoinedProps) {
  const { t } = useWords();
  const say = useSay();
  const when = useWhen();
  const placed = items.filter(({ state }) => state === 'registered' || state === 'offered');
  const others = items.filter((one) => !placed.includes(one));
  return (
    <Card
      tone={others.length === 0 ? 'mint' : 'amber'}
      title={t('programme.joined', { count: placed.length })}
    >
      {others.length > 0 && (
        <div role="status">
          {others.map((one) => (
            <p key={one.activity_id}>
              {when(one.begins_at, one.ends_at)} ·{' '}
              {one.problem ? say(one.problem) : <Waits position={one.waiting_position} />}
            </p>
          ))}
        </div>
      )}
    </Card>
  );
}

/** Who waited before is not told the position again: the date's own page says it. */
function Waits({ position }: { readonly position: number | null }) {
  const { t } = useWords();
  return position === null ? t('activities.waiting') : t('activity.waitingAt', { position });
}
