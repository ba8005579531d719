import { Button } from 'antd';
import type { CSSProperties } from 'react';
import type { DutyBoard, DutyRow, DutyTrend } from '../../shared/api-types.gen.ts';
import { Asked } from '../../shared/components/asked.tsx';
import { buttonLook } from '../../shared/components/button.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { formatDay } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { Link, useListFilters } from '../links.ts';
import { useDutyBoard, useDutyTrend } from '../queries/duties.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { signs } from './duties/cell.tsx';
import styles from './duties/duty-sheet.module.css';
import { inPlanOrder } from './duties/plan-order.ts';
import { TrendLine } from './duties/trend-line.tsx';
import { useSay } from './parts/say.ts';

const noFilters = { place: '', on: '' };
/** So many of a list fit; the others are counted. */
const MOST_LISTED = 6;

/** A place's duties on one sheet of A4, to hang up or to sign: state, growth, what is urgent. */
export function Page() {
  const { t } = useWords();
  const [{ place, on }] = useListFilters(noFilters);
  const asked = { ...(place && { place }), ...(on && { on }) };
  const board = useDutyBoard(asked);
  const trend = useDutyTrend(asked);
  return (
    <>
      <div className={styles.head}>
        <PageHead
          title={t('dutySheet.title')}
          lead={t('dutySheet.lead')}
          actions={
            <>
              <Link to="/duties" search={asked} className={buttonLook({ kind: 'plain' })}>
                {t('duties.back')}
              </Link>
              <Button type="primary" onClick={() => window.print()}>
                {t('dutySheet.now')}
              </Button>
            </>
          }
        />
      </div>
      <Asked question={board} lines={10}>
        {(shown) => (
          <Asked question={trend} lines={10}>
            {(grown) => <Paper board={shown} trend={grown} />}
          </Asked>
        )}
      </Asked>
    </>
  );
}

interface PaperProps {
  readonly board: DutyBoard;
  readonly trend: DutyTrend;
}

function Paper({ board, trend }: PaperProps) {
  const { t } = useWords();
  const language = useLanguage();
  const { place, above, rows, on, soon } = board;
  if (rows.length === 0) {
    return <EmptyState title={t('duties.none')} text={t('duties.noneText')} />;
  }
  // The lines share what is left of the sheet.
  const lines = { '--lines': rows.length } as CSSProperties;
  return (
    <article className={styles.paper} style={lines}>
      <header>
        <p>{above.map(({ name }) => name).join(' › ')}</p>
        <h2>{place.name}</h2>
        <p>
          {t('dutySheet.title')} · {t('dutySheet.asOf', { day: formatDay(on, language) })}
        </p>
      </header>
      <p className={styles.summary}>
        {t('duties.sentence', { place: place.name, total: rows.length, ...countsOf(rows) })}
      </p>
      <Lines board={board} trend={trend} />
      <p className={styles.key}>{t('dutySheet.key')}</p>
      <div className={styles.lists}>
        <Titles title={t('dutySheet.late')} rows={rows.filter(isLate)} />
        <Titles title={t('dutySheet.soon')} rows={rows.filter(({ duty }) => soon.includes(duty))} />
      </div>
      <footer>
        <span>{t('dutySheet.responsible')}</span>
        <span>{t('dutySheet.date')}</span>
      </footer>
    </article>
  );
}

function isLate({ whole: { state } }: DutyRow): boolean {
  return state === 'late';
}

function countsOf(rows: readonly DutyRow[]) {
  const count = (...states: string[]) =>
    rows.filter(({ whole }) => states.includes(whole.state)).length;
  return {
    done: count('done', 'done-late', 'excused'),
    amber: count('amber'),
    late: count('late'),
  };
}

function Lines({ board: { rows, on }, trend }: PaperProps) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('duties.duty')}</th>
          <th scope="col">{t('duties.period')}</th>
          <th scope="col">{t('dutySheet.due')}</th>
          <th scope="col">{t('dutySheet.state')}</th>
          <th scope="col">{t('dutySheet.progress')}</th>
          <th scope="col">{t('trend.short')}</th>
        </tr>
      </thead>
      <tbody>
        {inPlanOrder(rows).map((row) => {
          const line = trend.rows.find(({ duty }) => duty === row.duty);
          const { whole } = row;
          return (
            <tr key={row.duty}>
              <th scope="row">
                {row.clause} {say(row.title)}
              </th>
              <td>{say(row.period_name)}</td>
              <td>{row.due_on && formatDay(row.due_on, language)}</td>
              <td className={styles[whole.state]}>
                <span aria-hidden="true">{signs[whole.state]}</span>{' '}
                {t(`duties.states.${whole.state}`)}
              </td>
              <td>
                <Bar row={row} />
              </td>
              <td>{line?.now.period === row.period && <TrendLine row={line} today={on} />}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Bar({ row: { whole } }: { readonly row: DutyRow }) {
  const { t } = useWords();
  const share = whole.tasks > 0 ? whole.done / whole.tasks : 0;
  return (
    <span className={styles.bar}>
      <span aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      {t('duties.of', { done: whole.done, tasks: whole.tasks })}
    </span>
  );
}

function Titles({ title, rows }: { readonly title: string; readonly rows: readonly DutyRow[] }) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  return (
    <section>
      <h3>{title}</h3>
      {rows.length === 0 && <p>{t('dutySheet.soonNone')}</p>}
      <ul>
        {rows.slice(0, MOST_LISTED).map(({ duty, title: name, due_on, whole }) => (
          <li key={duty}>
            {[
              say(name),
              due_on && formatDay(due_on, language),
              t('duties.of', { done: whole.done, tasks: whole.tasks }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
        {rows.length > MOST_LISTED && (
          <li>{t('dutySheet.soonMore', { count: rows.length - MOST_LISTED })}</li>
        )}
      </ul>
    </section>
  );
}
