import { Button, Select } from 'antd';
import { useState } from 'react';
import type { DutyRow, DutyTask } from '../../shared/api-types.gen.ts';
import { Asked } from '../../shared/components/asked.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { formatDay, formatInstant } from '../../shared/format.ts';
import { useMay } from '../../shared/queries/me.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { Link, useListFilters, usePageParams } from '../links.ts';
import { useDutyBoard, useDutyFacts, useDutyTasks } from '../queries/duties.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import styles from './duties/duties.module.css';
import { Trend } from './duties/trend-large.tsx';
import { AskExcuse, type ToExcuse } from './excuses/ask-excuse.tsx';
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
  const [asking, setAsking] = useState<ToExcuse>();
  return (
    <>
      <PageHead
        title={row ? say(row.title) : t('duties.title')}
        lead={[board.data?.place.name, row && say(row.period_name)].filter(Boolean).join(' · ')}
        actions={
          <>
            {row && period === row.period && board.data && (
              <AskAll row={row} place={board.data.place} onAsk={setAsking} />
            )}
            <Link to="/duties" search={{ place }}>
              {t('duties.back')}
            </Link>
          </>
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
        onAsk={setAsking}
      />
      <AskExcuse task={asking} onClose={() => setAsking(undefined)} />
    </>
  );
}

interface TasksProps {
  readonly duty: string;
  readonly place: string;
  readonly period: string;
  readonly standing: { readonly standing?: string };
  readonly minutes: boolean;
  readonly onAsk: (task: ToExcuse) => void;
}

function Tasks({ duty, place, period, standing, minutes, onAsk }: TasksProps) {
  const { t } = useWords();
  const [opened, setOpened] = useState<DutyTask>();
  const mayAsk = useMay()('excuses.ask');
  const ask = ({ holder, key, name }: DutyTask) => onAsk({ duty, period: key, holder, name });
  const columns = [...useColumns(minutes, setOpened), ...(mayAsk ? [askColumn(ask)] : [])];
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
        {opened && (
          <div className={styles.behind}>
            <p className={styles.soft}>{opened.name}</p>
            <Records duty={duty} task={opened} />
            {mayAsk && (
              <AskButton
                task={opened}
                onAsk={(task) => {
                  setOpened(undefined);
                  ask(task);
                }}
              />
            )}
          </div>
        )}
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

/** Of all at a place, where each owes it one by one; a place's own is asked for in its row. */
function AskAll({
  row: { duty, holders, period, due_on, whole },
  place,
  onAsk,
}: {
  readonly row: DutyRow;
  readonly place: { readonly id: string; readonly name: string };
  readonly onAsk: (task: ToExcuse) => void;
}) {
  const { t } = useWords();
  const may = useMay();
  const isOpen = whole.tasks > whole.done + whole.excused;
  if (!may('excuses.ask') || holders === 'organisation' || due_on === null || !isOpen) return null;
  const name = t('excuses.allOf', { place: place.name });
  return (
    <Button type="link" onClick={() => onAsk({ duty, period, holder: place.id, name })}>
      {t('excuses.askAll')}
    </Button>
  );
}

/** On a phone it would stand beyond the table's edge: there it waits behind the row. */
function askColumn(onAsk: (task: DutyTask) => void): ListColumn<DutyTask> {
  return {
    title: '',
    responsive: ['md'],
    render: (_, task) => <AskButton task={task} size="small" onAsk={onAsk} />,
  };
}

interface AskButtonProps {
  readonly task: DutyTask;
  readonly size?: 'small';
  readonly onAsk: (task: DutyTask) => void;
}

function AskButton({ task, size, onAsk }: AskButtonProps) {
  const { t } = useWords();
  const { quantity, target, state } = task;
  if (quantity >= target || state === 'excused') return null;
  return (
    <Button {...(size && { size })} onClick={() => onAsk(task)}>
      {t('excuses.ask')}
    </Button>
  );
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
          <p>{t('duties.noRecords')}</p>
        ) : (
          <ul className={styles.facts}>
            {items.map(({ id, kind_name, at, takes_back, by, excuse }) => (
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
                {excuse && (
                  <span className={styles.soft}>
                    {[
                      t('excuses.behind', { reason: say(excuse.reason), name: excuse.asked_by }),
                      excuse.substitute && say(excuse.substitute),
                      excuse.substitute_on && formatDay(excuse.substitute_on, language),
                      takes_back && excuse.revoked_reason,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                )}
              </li>
            ))}
          </ul>
        )
      }
    </Asked>
  );
}
