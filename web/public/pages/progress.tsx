import type { PublicDuty, PublicPeriod, PublicProgress } from '../../shared/api-types.gen.ts';
import { Asked } from '../../shared/components/asked.tsx';
import { formatDay } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { Link } from '../links.ts';
import { useProgress } from '../queries/progress.ts';
import { useWords } from '../words/words.ts';
import styles from './progress/progress.module.css';
import { useSay } from './say.ts';

/** How far the district and its streets are with what the plan promises, for any family. */
export function Page() {
  const { t } = useWords();
  return (
    <div className={styles.page}>
      <header>
        <h1 className={styles.title}>{t('progress.title')}</h1>
        <p className={styles.soft}>{t('progress.lead')}</p>
        <p>
          <Link to="/plan">{t('progress.toPlan')}</Link>
        </p>
      </header>
      <Asked question={useProgress()} lines={12}>
        {(progress) => <Progress progress={progress} />}
      </Asked>
    </div>
  );
}

function Progress({ progress }: { readonly progress: PublicProgress }) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <p className={styles.soft}>
        {t('progress.on', {
          district: say(progress.district_name),
          day: formatDay(progress.on, language),
        })}
      </p>
      {progress.clauses.map(({ id, parent, title, withheld, duties }) => {
        const Heading = parent === null ? 'h2' : 'h3';
        return (
          <section key={id} id={id} className={parent === null ? styles.chapter : styles.clause}>
            <Heading>
              <span className={styles.number}>{id}</span> {say(title)}
            </Heading>
            {duties.map((duty) => (
              <Duty key={duty.duty} duty={duty} areas={progress.areas} />
            ))}
            {withheld && <p className={styles.soft}>{t('progress.withheld')}</p>}
          </section>
        );
      })}
    </>
  );
}

interface DutyProps {
  readonly duty: PublicDuty;
  readonly areas: PublicProgress['areas'];
}

function Duty({ duty, areas }: DutyProps) {
  const { t } = useWords();
  const say = useSay();
  const { title, asks, now, before } = duty;
  return (
    <article className={styles.duty}>
      <h4>{say(title)}</h4>
      {asks && <p className={styles.soft}>{say(asks)}</p>}
      {now ? (
        <Period duty={duty} period={now} />
      ) : (
        <p className={styles.soft}>{t('progress.none')}</p>
      )}
      {before && <Period duty={duty} period={before} />}
      {now && now.areas.length > 0 && (
        <details>
          <summary>
            {t('progress.areas')}
            <span className={styles.heard}>{say(title)}</span>
          </summary>
          <ul className={styles.areas}>
            {areas.map(({ id, name }) => {
              const cell = now.areas.find(({ place }) => place === id);
              return (
                cell && (
                  <li key={id}>
                    <span>{name}</span>
                    <Figures duty={duty} cell={cell} />
                  </li>
                )
              );
            })}
          </ul>
        </details>
      )}
    </article>
  );
}

interface PeriodProps {
  readonly duty: PublicDuty;
  readonly period: PublicPeriod;
}

function Period({ duty, period }: PeriodProps) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const due = period.due_on && t('progress.dueOn', { day: formatDay(period.due_on, language) });
  return (
    <p className={styles.period}>
      <span>{[say(period.name), due].filter(Boolean).join(' · ')}</span>
      <Figures duty={duty} cell={period.whole} />
    </p>
  );
}

interface FiguresProps {
  readonly duty: PublicDuty;
  readonly cell: PublicPeriod['whole'];
}

function Figures({ duty: { holders }, cell: { figures } }: FiguresProps) {
  const { t } = useWords();
  const isOfPeople = holders === 'student' || holders === 'staff';
  if (!figures) {
    return (
      <span className={styles.soft}>
        {t(isOfPeople ? 'progress.fewPeople' : 'progress.fewPlaces')}
      </span>
    );
  }
  const { state, done, tasks } = figures;
  return (
    <span className={styles.figures}>
      <span className={`${styles.state} ${styles[state]}`}>{t(`progress.states.${state}`)}</span>{' '}
      {state !== 'unrecorded' && t(`progress.of.${holders}`, { done, tasks })}
    </span>
  );
}
