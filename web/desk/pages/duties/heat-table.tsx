import { Fragment, useEffect, useRef, useState } from 'react';
import type { DutyBoard, DutyRow, DutyTrend } from '../../../shared/api-types.gen.ts';
import { formatDay } from '../../../shared/format.ts';
import { useLanguage } from '../../../shared/words/words.ts';
import { Link } from '../../links.ts';
import { useWords } from '../../words/words.ts';
import { useSay } from '../parts/say.ts';
import { Cell } from './cell.tsx';
import styles from './heat-table.module.css';
import { inPlanOrder } from './plan-order.ts';
import { TrendLine } from './trend-line.tsx';

interface HeatTableProps {
  readonly board: DutyBoard;
  /** Those of the board that the filters leave. */
  readonly rows: readonly DutyRow[];
  readonly trend: DutyTrend | undefined;
}

/** Duties × organisations, chapter by chapter of the plan. Head and first column stay while one scrolls. */
export function HeatTable({ board, rows, trend }: HeatTableProps) {
  const { t } = useWords();
  const say = useSay();
  const { scroller, isWide } = useWideness();
  const { place, columns } = board;
  const chapters = [...Map.groupBy(inPlanOrder(rows), ({ chapter }) => chapter.id).values()];
  return (
    <>
      {isWide && columns.length > 0 && (
        <p className={styles.hint}>{t('duties.scroll', { count: columns.length })}</p>
      )}
      <section
        ref={scroller}
        className={styles.scroller}
        aria-label={t('duties.title')}
        {...(isWide && { tabIndex: 0 })}
      >
        <table className={styles.heat}>
          <thead>
            <tr>
              <th scope="col" className={styles.first}>
                {t('duties.duty')}
              </th>
              <th scope="col">{columns.length > 0 ? t('duties.whole') : place.name}</th>
              <th scope="col">{t('trend.short')}</th>
              {columns.map(({ id, name }) => (
                <th key={id} scope="col">
                  <Link to="/duties" search={{ place: id }}>
                    {name}
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          {chapters.map(([first, ...others]) => (
            <Fragment key={first?.chapter.id}>
              {first && (
                <tbody>
                  <tr>
                    <th scope="rowgroup" colSpan={columns.length + 3} className={styles.chapter}>
                      <span>{`${first.chapter.id} ${say(first.chapter.title)}`}</span>
                    </th>
                  </tr>
                  {[first, ...others].map((row) => (
                    <Row key={row.duty} row={row} board={board} trend={trend} />
                  ))}
                </tbody>
              )}
            </Fragment>
          ))}
        </table>
      </section>
    </>
  );
}

interface RowProps extends Omit<HeatTableProps, 'rows'> {
  readonly row: DutyRow;
}

function Row({ row, board: { place, columns, on }, trend }: RowProps) {
  const line = trend?.rows.find(({ duty }) => duty === row.duty);
  return (
    <tr>
      <th scope="row" className={styles.first}>
        <What row={row} />
      </th>
      <td>
        <Cell row={row} cell={row.whole} place={place.name} />
      </td>
      <td>{line && line.now.period === row.period && <TrendLine row={line} today={on} />}</td>
      {columns.map(({ id, name }) => {
        const cell = row.cells.find((one) => one.place === id);
        return <td key={id}>{cell && <Cell row={row} cell={cell} place={name} />}</td>;
      })}
    </tr>
  );
}

function What({ row }: { readonly row: DutyRow }) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const { title, clause, period_name, due_on, stricter } = row;
  return (
    <>
      <span className={styles.title}>{say(title)}</span>
      <span className={styles.soft}>
        {[
          t('duties.clause', { clause }),
          say(period_name),
          due_on && t('duties.dueOn', { day: formatDay(due_on, language) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {stricter && (
        <span className={styles.soft}>{t('duties.stricter', { name: say(stricter.name) })}</span>
      )}
    </>
  );
}

/** Whether there is more at the side than one sees. */
function useWideness() {
  const scroller = useRef<HTMLElement>(null);
  const [isWide, setIsWide] = useState(false);
  useEffect(() => {
    const watched = scroller.current;
    if (!watched) return;
    const watch = new ResizeObserver(() => setIsWide(watched.scrollWidth > watched.clientWidth));
    watch.observe(watched);
    if (watched.firstElementChild) watch.observe(watched.firstElementChild);
    return () => watch.disconnect();
  }, []);
  return { scroller, isWide };
}
