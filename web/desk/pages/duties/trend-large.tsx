import type { DutyTrendRow } from '../../../shared/api-types.gen.ts';
import { formatDay } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { useDutyTrend } from '../../queries/duties.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../parts/say.ts';
import { SheetLink } from '../parts/sheet-link.tsx';
import styles from './trend.module.css';
import { Lines, useTrendSentence } from './trend-line.tsx';
import { percentOf } from './trend-points.ts';

const WIDTH = 640;
const HEIGHT = 180;

interface TrendProps {
  readonly duty: string;
  readonly place: string;
}

/** How a duty grew at a place, large, with the same as a table. */
export function Trend({ duty, place }: TrendProps) {
  const { t } = useWords();
  const asked = { duty, ...(place && { place }) };
  const { data } = useDutyTrend(asked);
  const row = data?.rows.find((one) => one.duty === duty);
  if (!data || !row) return null;
  return (
    <section className={styles.card} aria-label={t('trend.title')}>
      <div className={styles.top}>
        <h2>{t('trend.title')}</h2>
        <SheetLink name="GET /api/v1/duty-trend/sheet" query={asked} />
      </div>
      <Chart row={row} today={data.on} />
      <details>
        <summary>{t('trend.table')}</summary>
        <Weeks row={row} />
      </details>
    </section>
  );
}

function Chart({ row, today }: { readonly row: DutyTrendRow; readonly today: string }) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const sentence = useTrendSentence(row, today);
  return (
    <figure className={styles.figure}>
      <figcaption>{sentence}</figcaption>
      <svg viewBox={`-44 -10 ${WIDTH + 54} ${HEIGHT + 40}`} role="img" aria-label={sentence}>
        {[0, 0.5, 1].map((share) => (
          <text key={share} x={-8} y={(1 - share) * HEIGHT + 4} textAnchor="end">
            {percentOf(share)}
          </text>
        ))}
        <line className={styles.grid} x1={0} x2={WIDTH} y1={0} y2={0} />
        <line className={styles.grid} x1={0} x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
        <Lines row={row} today={today} width={WIDTH} height={HEIGHT} />
        <text x={0} y={HEIGHT + 22}>
          {formatDay(row.now.begins_on, language)}
        </text>
        <text x={WIDTH / 1.12} y={HEIGHT + 22} textAnchor="end">
          {t('duties.dueOn', { day: formatDay(row.now.due_on, language) })}
        </text>
      </svg>
      <ul className={styles.keys}>
        <li className={styles.keyNow}>{say(row.now.period_name)}</li>
        {row.before && <li className={styles.keyBefore}>{say(row.before.period_name)}</li>}
        <li className={styles.keyDue}>{t('trend.dueDay')}</li>
      </ul>
    </figure>
  );
}

function Weeks({ row: { now, before } }: { readonly row: DutyTrendRow }) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  return (
    <div className={styles.tables}>
      {[now, before].map(
        (line) =>
          line && (
            <table key={line.period} className={styles.weeks}>
              <caption>{say(line.period_name)}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('trend.week')}</th>
                  <th scope="col">{t('trend.done')}</th>
                  <th scope="col">{t('trend.share')}</th>
                </tr>
              </thead>
              <tbody>
                {line.weeks.map(({ week, done }) => (
                  <tr key={week}>
                    <th scope="row">{formatDay(week, language)}</th>
                    <td>{t('duties.of', { done, tasks: line.tasks })}</td>
                    <td>{percentOf(line.tasks > 0 ? done / line.tasks : 0)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ),
      )}
    </div>
  );
}
