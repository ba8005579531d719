import type { PublicPlan } from '../../shared/api-types.gen.ts';
import { ErrorState } from '../../shared/components/error-state.tsx';
import { Skeleton } from '../../shared/components/loading.tsx';
import { Link } from '../links.ts';
import { usePlan } from '../queries/plan.ts';
import { useWords } from '../words/words.ts';
import { useSay } from './say.ts';
import styles from './what/plan.module.css';

type Clause = PublicPlan['clauses'][number];

/** The plan's clauses in our own words, chapter by chapter; a clause can be linked by its number. */
export function Page() {
  const { data: plan, error, refetch } = usePlan();
  if (plan) return <Chapters plan={plan} />;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  return <Skeleton lines={10} />;
}

function Chapters({ plan }: { readonly plan: PublicPlan }) {
  const { t } = useWords();
  const say = useSay();
  const chapters = plan.clauses.filter(({ parent }) => parent === null);
  return (
    <>
      <header className={styles.head}>
        <h1 className={styles.title}>{say(plan.name)}</h1>
        <p className={styles.soft}>{t('plan.from', { office: say(plan.office) })}</p>
        <p>
          <Link to="/progress">{t('footer.progress')}</Link>
        </p>
        <nav className={styles.jumps} aria-label={t('plan.chapters')}>
          {chapters.map(({ id, title }) => (
            <a key={id} href={`#${id}`}>
              {id} {say(title)}
            </a>
          ))}
        </nav>
      </header>
      <div className={styles.chapters}>
        {chapters.map((chapter) => (
          <section key={chapter.id} id={chapter.id} className={styles.chapter}>
            <h2 className={styles.chapterTitle}>
              <span className={styles.number}>{chapter.id}</span> {say(chapter.title)}
            </h2>
            <p>{say(chapter.summary)}</p>
            <Below clauses={plan.clauses} parent={chapter.id} />
          </section>
        ))}
      </div>
    </>
  );
}

interface BelowProps {
  readonly clauses: readonly Clause[];
  readonly parent: string;
}

function Below({ clauses, parent }: BelowProps) {
  const say = useSay();
  const below = clauses.filter((clause) => clause.parent === parent);
  if (below.length === 0) return null;
  return (
    <ol className={styles.clauses}>
      {below.map((clause) => (
        <li key={clause.id} id={clause.id}>
          <h3 className={styles.clauseTitle}>
            <span className={styles.number}>{clause.id}</span> {say(clause.title)}
          </h3>
          <p>{say(clause.summary)}</p>
          <Below clauses={clauses} parent={clause.id} />
        </li>
      ))}
    </ol>
  );
}
