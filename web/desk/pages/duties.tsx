import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { DutyBoard, DutyRow } from '../../shared/api-types.gen.ts';
import { Asked } from '../../shared/components/asked.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { MorningDrawing } from '../../shared/drawings.tsx';
import { formatDay } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { Link, useListFilters } from '../links.ts';
import { useDutyBoard } from '../queries/duties.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { Cell } from './duties/cell.tsx';
import styles from './duties/duties.module.css';
import { useDayWords } from './parts/day-words.ts';
import { FilterRow } from './parts/filter-row.tsx';
import { type ListColumn, RowsTable } from './parts/list-table.tsx';
import { OrganisationChoice } from './parts/organisation-choice.tsx';
import { useSay } from './parts/say.ts';
import { SheetLink } from './parts/sheet-link.tsx';

const noFilters = { place: '', on: '' };

/** How far everyone is with each promise of the plan (3.1, 3.2). */
export function Page() {
  const { t } = useWords();
  useDayWords();
  const [filters, setFilters] = useListFilters(noFilters);
  const { place, on } = filters;
  const asked = { ...(place && { place }), ...(on && { on }) };
  return (
    <>
      <PageHead title={t('duties.title')} lead={t('duties.lead')} />
      <FilterRow>
        <OrganisationChoice
          label={t('duties.at')}
          value={place}
          onChange={(id) => setFilters({ place: id })}
        />
        <DatePicker
          aria-label={t('duties.on')}
          placeholder={t('duties.today')}
          value={on ? dayjs(on) : null}
          onChange={(day) => setFilters({ on: day?.format('YYYY-MM-DD') ?? '' })}
        />
        <SheetLink name="GET /api/v1/duty-board/sheet" query={asked} />
      </FilterRow>
      <Asked question={useDutyBoard(asked)} lines={10}>
        {(board) => <Board board={board} />}
      </Asked>
    </>
  );
}

function Board({ board }: { readonly board: DutyBoard }) {
  const { t } = useWords();
  const columns = useColumns(board);
  if (board.rows.length === 0) {
    return (
      <EmptyState drawing={MorningDrawing} title={t('duties.none')} text={t('duties.noneText')} />
    );
  }
  return (
    <>
      <Path board={board} />
      <Sentence board={board} />
      <Below board={board} />
      <RowsTable<DutyRow>
        rows={board.rows}
        columns={columns}
        rowKey={({ duty }) => duty}
        label={t('duties.title')}
      />
      <Soon board={board} />
    </>
  );
}

/** From the top down to here. */
function Path({ board: { above, place } }: { readonly board: DutyBoard }) {
  return (
    <ol className={styles.path}>
      {above.map(({ id, name }) => (
        <li key={id}>
          <Link to="/duties" search={{ place: id }}>
            {name}
          </Link>
        </li>
      ))}
      <li aria-current="page">{place.name}</li>
    </ol>
  );
}

/** The way to each place below; a table's head can hold no links that its hidden twin would not hold too. */
function Below({ board: { columns } }: { readonly board: DutyBoard }) {
  const { t } = useWords();
  if (columns.length === 0) return null;
  return (
    <nav aria-label={t('duties.below')}>
      <ul className={styles.below}>
        {columns.map(({ id, name }) => (
          <li key={id}>
            <Link to="/duties" search={{ place: id }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Sentence({ board: { place, rows } }: { readonly board: DutyBoard }) {
  const { t } = useWords();
  const count = (...states: string[]) =>
    rows.filter(({ whole }) => states.includes(whole.state)).length;
  return (
    <p className={styles.sentence}>
      {t('duties.sentence', {
        place: place.name,
        total: rows.length,
        done: count('done', 'done-late', 'excused'),
        amber: count('amber'),
        late: count('late'),
      })}
    </p>
  );
}

function Soon({ board: { rows, soon } }: { readonly board: DutyBoard }) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const coming = rows.filter(({ duty }) => soon.includes(duty));
  return (
    <section className={styles.soon}>
      <h2>{t('duties.soon')}</h2>
      {coming.length === 0 && <p className={styles.soft}>{t('duties.soonNone')}</p>}
      <ul>
        {coming.map(({ duty, title, due_on, whole }) => (
          <li key={duty}>
            {`${say(title)} · ${due_on ? t('duties.dueOn', { day: formatDay(due_on, language) }) : ''} · ${t('duties.of', whole)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function useColumns({ place, columns }: DutyBoard): ListColumn<DutyRow>[] {
  const { t } = useWords();
  return [
    {
      title: t('duties.duty'),
      render: (_, row) => <What row={row} />,
    },
    {
      title: t('duties.whole'),
      align: 'center',
      render: (_, row) => <Cell row={row} cell={row.whole} place={place.name} />,
    },
    ...columns.map(
      ({ id, name }): ListColumn<DutyRow> => ({
        title: <span className={styles.column}>{name}</span>,
        align: 'center',
        render: (_, row) => {
          const cell = row.cells.find((one) => one.place === id);
          return cell ? <Cell row={row} cell={cell} place={name} /> : null;
        },
      }),
    ),
  ];
}

function What({ row }: { readonly row: DutyRow }) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const { title, clause, period_name, due_on, stricter } = row;
  return (
    <div className={styles.what}>
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
    </div>
  );
}
