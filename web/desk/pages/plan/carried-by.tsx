import type { ClauseOnPage } from '../../../shared/api-types.gen.ts';
import { useMay } from '../../../shared/queries/me.ts';
import { chapters } from '../../chapters.ts';
import { Link } from '../../links.ts';
import { useWords } from '../../words/words.ts';
import styles from './plan.module.css';

type Carrier = ClauseOnPage['carried_by'][number];
type Entry = (typeof chapters)[number]['pages'][number];

/** Where each carrier is at work: a new one without a page does not compile. */
const pageOf = {
  activities: '/activities',
  programmes: '/programmes',
  meetings: '/activities',
  topics: '/wanted-topics',
  counselling: '/activities',
  reports: '/activities',
  ratings: '/activities',
  points: '/points',
  certificates: '/certificates',
  awards: '/awards',
  contests: '/contests',
  simulation: '/simulations',
  roster: '/roster-import',
  duties: '/duties',
} as const satisfies Record<Carrier, Entry['to']>;

const entries: readonly Entry[] = chapters.flatMap(({ pages }): readonly Entry[] => pages);

/** What in the program carries a clause; a link for those who may open the page. */
export function CarriedBy({ carriers }: { readonly carriers: readonly Carrier[] }) {
  const { t } = useWords();
  const may = useMay();
  if (carriers.length === 0) return <p className={styles.soft}>{t('planPage.notCarried')}</p>;
  return (
    <div className={styles.carried}>
      <span className={styles.soft}>{t('planPage.carriedBy')}</span>
      <ul>
        {carriers.map((carrier) => {
          const to = pageOf[carrier];
          const needs: readonly string[] = entries.find((entry) => entry.to === to)?.needs ?? [];
          const word = t(`planPage.carriers.${carrier}`);
          return (
            <li key={carrier}>
              {needs.some((need) => may(need)) ? <Link to={to}>{word}</Link> : word}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
