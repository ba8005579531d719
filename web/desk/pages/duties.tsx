import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import type { DutyBoard, DutyRow } from '../../shared/api-types.gen.ts';
import { Asked } from '../../shared/components/asked.tsx';
import { buttonLook } from '../../shared/components/button.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { MorningDrawing } from '../../shared/drawings.tsx';
import { formatDay } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { Link, useListFilters } from '../links.ts';
import { useDutyBoard, useDutyTrend } from '../queries/duties.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import styles from './duties/duties.module.css';
import { HeatTable } from './duties/heat-table.tsx';
import { Load } from './duties/load.tsx';
import { StatesRow } from './duties/states-row.tsx';
import { useDayWords } from './parts/day-words.ts';
import { FilterRow } from './parts/filter-row.tsx';
import { OrganisationChoice } from './parts/organisation-choice.tsx';
import { useSay } from './parts/say.ts';
import { SheetLink } from './parts/sheet-link.tsx';

const noFilters = { place: '', on: '', state: '', chapter: '', answers: '', tier: '' };
type Filters = typeof noFilters;
type OnChange = (change: Partial<Filters>) => void;

const answering = [
  'district-officer',
  'subdistrict-worker',
  'community-worker',
  'principal',
  'moral-education-lead',
  'class-teacher',
] as const;

/** How far everyone is with each promise of the plan (3.1, 3.2). */
export function Page() {
  const { t } = useWords();
  useDayWords();
  const [filters, setFilters] = useListFilters(noFilters);
  const { place, on } = filters;
  const asked = { ...(place && { place }), ...(on && { on }) };
  const question = useDutyBoard(asked);
  return (
    <>
      <PageHead
        title={t('duties.title')}
        lead={t('duties.lead')}
        actions={
          <Link to="/duty-sheet" search={asked} className={buttonLook({ kind: 'plain' })}>
            {t('duties.print')}
          </Link>
        }
      />
      <Choices filters={filters} onChange={setFilters} rows={question.data?.rows ?? []} />
      <Asked question={question} lines={10}>
        {(board) => (
          <>
            <Board board={board} filters={filters} onChange={setFilters} />
            <Load asked={asked} tier={filters.tier} onTier={(tier) => setFilters({ tier })} />
          </>
        )}
      </Asked>
    </>
  );
}

interface ChoicesProps {
  readonly filters: Filters;
  readonly onChange: OnChange;
  readonly rows: readonly DutyRow[];
}

function Choices({ filters, onChange, rows }: ChoicesProps) {
  const { t } = useWords();
  const say = useSay();
  const { tier, ...narrowed } = filters;
  const query = Object.fromEntries(Object.entries(narrowed).filter(([, value]) => value !== ''));
  const chapters = [...new Map(rows.map(({ chapter }) => [chapter.id, chapter])).values()];
  const asking = answering.filter((role) => rows.some(({ answers }) => answers === role));
  return (
    <FilterRow>
      <OrganisationChoice
        label={t('duties.at')}
        value={filters.place}
        onChange={(place) => onChange({ place })}
      />
      <DatePicker
        aria-label={t('duties.on')}
        placeholder={t('duties.today')}
        value={filters.on ? dayjs(filters.on) : null}
        onChange={(day) => onChange({ on: day?.format('YYYY-MM-DD') ?? '' })}
      />
      <Select
        aria-label={t('duties.chapter')}
        className={styles.choice ?? ''}
        popupMatchSelectWidth={false}
        value={filters.chapter}
        onChange={(chapter: string) => onChange({ chapter })}
        options={[
          { value: '', label: t('duties.everyChapter') },
          ...chapters.map(({ id, title }) => ({ value: id, label: `${id} ${say(title)}` })),
        ]}
      />
      <Select
        aria-label={t('duties.answers')}
        className={styles.choice ?? ''}
        value={filters.answers}
        onChange={(answers: string) => onChange({ answers })}
        options={[
          { value: '', label: t('duties.everyAnswers') },
          ...asking.map((role) => ({ value: role, label: t(`duties.roles.${role}`) })),
        ]}
      />
      <SheetLink name="GET /api/v1/duty-board/sheet" query={query} />
    </FilterRow>
  );
}

interface BoardProps {
  readonly board: DutyBoard;
  readonly filters: Filters;
  readonly onChange: OnChange;
}

function Board({ board, filters, onChange }: BoardProps) {
  const { t } = useWords();
  const trend = useDutyTrend({ place: board.place.id, on: board.on });
  const { state, chapter, answers } = filters;
  const chosen = board.rows.filter(
    (row) => (!chapter || row.chapter.id === chapter) && (!answers || row.answers === answers),
  );
  const rows = chosen.filter(({ whole }) => !state || whole.state === state);
  if (board.rows.length === 0) {
    return (
      <EmptyState drawing={MorningDrawing} title={t('duties.none')} text={t('duties.noneText')} />
    );
  }
  return (
    <>
      <Path board={board} />
      <Sentence board={board} />
      <Soon board={board} />
      <StatesRow rows={chosen} chosen={state} onChoose={(next) => onChange({ state: next })} />
      {rows.length > 0 ? (
        <HeatTable board={board} rows={rows} trend={trend.data} />
      ) : (
        <EmptyState
          title={t('duties.noneFound')}
          text={t('duties.noneFoundText')}
          action={
            <button
              type="button"
              className={buttonLook({ kind: 'plain' })}
              onClick={() => onChange({ state: '', chapter: '', answers: '' })}
            >
              {t('duties.clear')}
            </button>
          }
        />
      )}
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

/** What turns red within two weeks: before the table, for that is what one can still do something about. */
function Soon({ board: { place, rows, soon } }: { readonly board: DutyBoard }) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const coming = rows.filter(({ duty }) => soon.includes(duty));
  return (
    <section className={styles.soon}>
      <h2>{t('duties.soon')}</h2>
      {coming.length === 0 && <p className={styles.soft}>{t('duties.soonNone')}</p>}
      <ul>
        {coming.map(({ duty, title, period, due_on, whole }) => (
          <li key={duty}>
            <Link
              to="/duties/$dutyId"
              params={{ dutyId: duty }}
              search={{ place: place.id, period }}
            >
              {say(title)}
            </Link>
            <span>
              {[due_on && t('duties.dueOn', { day: formatDay(due_on, language) })]
                .concat(t('duties.of', whole))
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
