import { Asked } from '../../../shared/components/asked.tsx';
import { useRatings } from '../../queries/ratings.ts';
import type { Ratings as RatingsAnswer } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { Paper, Section } from '../parts/section.tsx';
import { SheetLink } from '../parts/sheet-link.tsx';
import styles from './ratings.module.css';

/** What those who came say: numbers and sentences, never a name, never of fewer than five. */
export function Ratings({ activityId }: { readonly activityId: string }) {
  const { t } = useWords();
  const ratings = useRatings(activityId);
  const told = (ratings.data?.answers ?? 0) > 0;
  return (
    <Section
      title={t('ratings.title')}
      action={
        told && (
          <SheetLink name="GET /api/v1/activities/{id}/ratings/sheet" params={{ id: activityId }} />
        )
      }
    >
      <Asked question={ratings} lines={3}>
        {(answer) =>
          answer.answers === 0 ? (
            <p className={styles.soft}>{t('ratings.few', { count: answer.told_together })}</p>
          ) : (
            <Told ratings={answer} />
          )
        }
      </Asked>
    </Section>
  );
}

function Told({ ratings }: { readonly ratings: RatingsAnswer }) {
  const { t } = useWords();
  const most = Math.max(...ratings.stars, 1);
  return (
    <Paper>
      <p className={styles.average}>
        <strong>{ratings.average}</strong> {t('ratings.of', { count: ratings.answers })}
      </p>
      <ol className={styles.bars}>
        {ratings.stars
          .map((many, index) => ({ many, stars: index + 1 }))
          .reverse()
          .map(({ many, stars }) => (
            <li key={stars}>
              <span>{t('ratings.stars', { count: stars })}</span>
              <span className={styles.bar} style={{ width: `${(many / most) * 12}em` }} />
              <span>{many}</span>
            </li>
          ))}
      </ol>
      <Said title={t('ratings.helped')} lines={ratings.helped} />
      <Said title={t('ratings.improve')} lines={ratings.improve} />
      <p className={styles.note}>{t('ratings.note', { count: ratings.told_together })}</p>
    </Paper>
  );
}

function Said({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  // The server gives them in an order that says nothing, and the same each time; two may read alike.
  const numbered = lines.map((text, place) => ({ text, key: `${place} ${text}` }));
  return (
    <>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.said}>
        {numbered.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </>
  );
}
