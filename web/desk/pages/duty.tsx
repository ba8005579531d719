import { Select } from 'antd';
import { useState } from 'react';
import type { DutyTask } from '../../shared/api-types.gen.ts';
import { Asked } from '../../shared/components/asked.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { formatDay, formatInstant } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { Link, useListFilters, usePageParams } from '../links.ts';
import { useDutyBoard, useDutyFacts, useDutyTasks } from '../queries/duties.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import styles from './duties/duties.module.css';
import { Trend } from './duties/trend-large.tsx';
import { FilterRow } from './parts/filter-row.tsx';
import { type ListColumn, ListTable, Opener } from './parts/list-table.tsx';
import { useSay } from './parts/say.ts';
import { Sheet } from './parts/sheet.tsx';
import { SheetLink } from './parts/sheet-link.tsx';
import { Tag, type Tone } from './parts/tag.tsx';

const noFilters = { place: '', period: '', standing: 'open' };
const standings = ['all', 'open', 'done', 'excused'] as const;

/** Whose tasks a duty has at a place, those not done first; from each to the records behind it. */
export function Page() {
  const { dutyId: duty } = usePageParams<'/duties/$dutyId'>();
  const [filters, setFilters] = useListFilters(noFilters);
  const { t } = useWords();
  const say = useSay();
  const board = useDutyBoard(filters.place ? { place: filters.place } : {});
  const row = board.data?.rows.find((one) => one.duty === duty);
  const place = filters.place || (board.data?.place.id ?? '');
  const period = filters.period || (row?.period ?? '');
  const standing = filters.standing === 'all' ? {} : { standing: filters.standing };
  return (
    <>
      <PageHead
        title={row ? say(row.title) : t('duties.title')}
        lead={[board.data?.place.name, row && say(row.period_name)].filter(Boolean).join(' · ')}
        actions={
          <Link to="/duties" search={{ place }}>
            {t('duties.back')}
          </Link>
        }
      />
      <FilterRow>
        <Select
          aria-label={t('duties.standing')}
          className={styles.choice ?? ''}
          value={filters.standing}
          onChange={(next: string) => setFilters({ standing: next })}
          options={standings.map((one) => ({ value: one, label: t(`duties.standings.${one}`) }))}
        />
        {place && period && (
          <SheetLink
            name="GET /api/v1/duties/{duty}/tasks/sheet"
            params={{ duty }}
            query={{ place, period, ...standing }}
          />
        )}
      </FilterRow>
      <Trend duty={duty} place={place} />
      <Tasks
        duty={duty}
        place={place}
        period={period}
        standing={standing}
        minutes={row?.unit === 'minutes'}
      />
    </>
  );
}

interface TasksProps {
  readonly duty: string;
  readonly place: string;
  readonly period: string;
  readonly standing: { readonly standing?: string };
  readonly minutes: boolean;
}

function Tasks({ duty, place, period, standing, minutes }: TasksProps) {
  const { t } = useWords();
  const [opened, setOpened] = useState<DutyTask>();
  const columns = useColumns(minutes, setOpened);
  const question = useDutyTasks({ duty, place, period, ...standing });
  if (place !== '' && period === '') return <NoTasks />;
  return (
    <>
      <ListTable<DutyTask>
        question={question}
        columns={columns}
        rowKey={({ holder, key }) => `${holder} ${key}`}
        label={t('duties.title')}
        empty={<NoTasks />}
      />
      <Sheet
        title={t('duties.records')}
        open={opened !== undefined}
        onClose={() => setOpened(undefined)}
      >
        {opened && <Records duty={duty} task={opened} />}
      </Sheet>
    </>
  );
}

function NoTasks() {
  const { t } = useWords();
  return <EmptyState title={t('duties.noTasks')} text={t('duties.noTasksText')} />;
}

const tones: Record<DutyTask['state'], Tone> = {
  none: 'plain',
  unrecorded: 'plain',
  done: 'mint',
  'done-late': 'amber',
  excused: 'mint',
  due: 'plain',
  amber: 'amber',
  late: 'brick',
};

function useColumns(minutes: boolean, onOpen: (task: DutyTask) => void): ListColumn<DutyTask>[] {
  const { t } = useWords();
  const language = useLanguage();
  return [
    {
      title: t('duties.holder'),
      render: (_, task) => <Opener onOpen={() => onOpen(task)}>{task.name}</Opener>,
    },
    { title: t('duties.at'), render: (_, { place_name }) => place_name },
    {
      title: t('duties.state'),
      render: (_, { state }) => <Tag tone={tones[state]}>{t(`duties.states.${state}`)}</Tag>,
    },
    {
      title: t('duties.progress'),
      align: 'right',
      render: (_, { quantity, target }) =>
        t(minutes ? 'duties.minutes' : 'duties.times', { quantity, target }),
    },
    {
      title: t('duties.due'),
      responsive: ['md'],
      render: (_, { due_on, done_on }) =>
        done_on
          ? t('duties.doneOn', { day: formatDay(done_on, language) })
          : t('duties.dueOn', { day: formatDay(due_on, language) }),
    },
  ];
}

function Records({ duty, task }: { readonly duty: string; readonly task: DutyTask }) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const { holder, key, place } = task;
  return (
    <Asked question={useDutyFacts({ duty, holder, key, place })} lines={4}>
      {({ items }) =>
        items.length === 0 ? (
          <p className={styles.soft}>{t('duties.noRecords')}</p>
        ) : (
          <ul className={styles.facts}>
            {items.map(({ id, kind_name, at, takes_back, by }) => (
              <li key={id} className={styles.fact}>
                <span>{say(kind_name)}</span>
                <span className={styles.soft}>
                  {[
                    formatInstant(at, language),
                    by && t('duties.by', { name: by }),
                    takes_back && t('duties.takenBack'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Asked>
  );
}
