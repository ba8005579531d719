import { Button } from 'antd';
import type { Simulation, SimulationLine, SimulationResult } from '../../shared/api-types.gen.ts';
import { Asked } from '../../shared/components/asked.tsx';
import { buttonLook } from '../../shared/components/button.tsx';
import { formatInstant, pointsOf } from '../../shared/format.ts';
import { useLanguage } from '../../shared/words/words.ts';
import { Link, usePageParams } from '../links.ts';
import { useSimulation } from '../queries/simulations.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { type ListColumn, RowsTable } from './parts/list-table.tsx';
import { useSay } from './parts/say.ts';
import { Section } from './parts/section.tsx';
import { SheetLink } from './parts/sheet-link.tsx';
import { SimulationState } from './simulations/simulation-state.tsx';
import styles from './simulations/simulations.module.css';

export function Page() {
  const { simulationId } = usePageParams<'/simulations/$simulationId'>();
  return (
    <Asked question={useSimulation(simulationId)} lines={12}>
      {(simulation) => <Shown simulation={simulation} />}
    </Asked>
  );
}

function Shown({ simulation }: { readonly simulation: Simulation }) {
  const { t } = useWords();
  const language = useLanguage();
  const { id, file, asked_at, asked_by_name, state, result } = simulation;
  const lead =
    result &&
    t('simulations.of', {
      ...{ who: asked_by_name, file: t(`simulations.${file}`) },
      when: formatInstant(asked_at, language),
      ...{ before: result.before_day, after: result.after_day },
    });
  return (
    <>
      <PageHead title={t('simulations.result')} lead={lead} />
      <div className={styles.buttons}>
        <Link to="/simulations" className={buttonLook({ kind: 'plain' })}>
          {t('simulations.toList')}
        </Link>
        {result && (
          <>
            <SheetLink name="GET /api/v1/simulations/{id}/sheet" params={{ id }} />
            <Button onClick={() => window.print()}>{t('simulations.print')}</Button>
          </>
        )}
      </div>
      {!result && (
        <p role="status">
          <SimulationState state={state} />{' '}
          {t(state === 'running' ? 'simulations.runningText' : 'simulations.failedText')}
        </p>
      )}
      {result && <Result result={result} />}
    </>
  );
}

function Result({ result: { all, dimensions } }: { readonly result: SimulationResult }) {
  const { t } = useWords();
  const say = useSay();
  return (
    <>
      <Section title={say(all.name)}>
        <Lines label={say(all.name)} rows={[all]} />
        <p className={styles.under}>{t('simulations.held')}</p>
      </Section>
      {dimensions
        .filter(tellsApart)
        .map(({ key, name, groups, hidden_groups, hidden_families }) => (
          <Section key={key} title={say(name)}>
            {groups.length > 0 && <Lines label={say(name)} rows={groups} isGroup />}
            {hidden_groups > 0 && (
              <p className={styles.under}>
                {t('simulations.hidden', {
                  groups: String(hidden_groups),
                  families: String(hidden_families),
                })}
              </p>
            )}
          </Section>
        ))}
      <p className={styles.under}>{t('simulations.gapHelp')}</p>
    </>
  );
}

/** One group that is everybody says nothing. */
function tellsApart({ groups, hidden_groups }: SimulationResult['dimensions'][number]): boolean {
  return groups.length + hidden_groups > 1;
}

interface LinesProps {
  readonly label: string;
  readonly rows: readonly SimulationLine[];
  /** Groups stand apart from the rest; everybody together does not. */
  readonly isGroup?: boolean;
}

function Lines({ label, rows, isGroup = false }: LinesProps) {
  const { t } = useWords();
  const say = useSay();
  const change = (before: string, after: string) => (
    <span className={styles.number}>{t('simulations.change', { before, after })}</span>
  );
  const columns: ListColumn<SimulationLine>[] = [
    { title: t('simulations.group'), render: (_, { name }) => say(name) },
    { title: t('simulations.families'), dataIndex: 'families' },
    { title: t('simulations.gain'), dataIndex: 'gain' },
    { title: t('simulations.lose'), dataIndex: 'lose' },
    { title: t('simulations.up'), dataIndex: 'up' },
    { title: t('simulations.down'), dataIndex: 'down' },
    {
      title: t('simulations.share'),
      render: (_, line) => change(percent(line.share_before), percent(line.share_after)),
    },
    {
      title: t('simulations.median'),
      render: (_, line) => change(pointsOf(line.median_before), pointsOf(line.median_after)),
    },
  ];
  if (isGroup) {
    columns.push({
      title: t('simulations.gap'),
      render: (_, line) => change(signed(line.gap_before), signed(line.gap_after)),
    });
  }
  return <RowsTable rows={rows} rowKey={({ key }) => key} label={label} columns={columns} />;
}

/** Hundredths of a percent: 5714 → `57.1%`. */
function percent(hundredths: number): string {
  return `${(hundredths / 100).toFixed(1)}%`;
}

function signed(hundredths: number): string {
  const value = (Math.abs(hundredths) / 100).toFixed(1);
  if (value === '0.0') return value;
  return `${hundredths > 0 ? '+' : '−'}${value}`;
}
