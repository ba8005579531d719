import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { Recalculation, RecalculationLine } from '../../shared/api-types.gen.ts';
import { Asked } from '../../shared/components/asked.tsx';
import { buttonLook } from '../../shared/components/button.tsx';
import { useToast } from '../../shared/components/toast.tsx';
import { pointsOf } from '../../shared/format.ts';
import { ProblemLine } from '../../shared/sign-in/problem-line.tsx';
import { useSharedWords } from '../../shared/words/words.ts';
import { Link, usePageParams } from '../links.ts';
import {
  useDecideRecalculation,
  useRecalculation,
  useRecalculationLines,
} from '../queries/recalculations.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { ListTable } from './parts/list-table.tsx';
import { useSay } from './parts/say.ts';
import { Paper, Section } from './parts/section.tsx';
import { SheetLink } from './parts/sheet-link.tsx';
import { Terms } from './parts/terms.tsx';
import { RecalculationState } from './recalculations/recalculation-state.tsx';
import styles from './simulations/simulations.module.css';

export function Page() {
  const { recalculationId } = usePageParams<'/recalculations/$recalculationId'>();
  return (
    <Asked question={useRecalculation(recalculationId)} lines={12}>
      {(recalculation) => <Shown recalculation={recalculation} />}
    </Asked>
  );
}

interface ShownProps {
  readonly recalculation: Recalculation;
}

function Shown({ recalculation }: ShownProps) {
  const { t } = useWords();
  const say = useSay();
  const { id, from_on, until_on, state, carers, gain, lose } = recalculation;
  const isAtWork = state === 'counting' || state === 'confirmed';
  return (
    <>
      <PageHead title={t('recalculations.opened', { from: from_on, until: until_on })} />
      <div className={styles.buttons}>
        <Link to="/recalculations" className={buttonLook({ kind: 'plain' })}>
          {t('recalculations.toList')}
        </Link>
        <SheetLink name="GET /api/v1/recalculations/{id}/lines/sheet" params={{ id }} />
      </div>
      <Paper>
        <div className={styles.form}>
          <Terms
            rows={[
              { term: t('recalculations.state'), value: <RecalculationState state={state} /> },
              {
                term: t('recalculations.rules'),
                value: recalculation.rules.map(({ title }) => say(title)).join(' · '),
              },
              { term: t('recalculations.wording'), value: recalculation.wording_of },
              { term: t('recalculations.reason'), value: recalculation.reason },
              { term: t('recalculations.who'), value: recalculation.ordered_by_name },
              { term: t('recalculations.confirmedBy'), value: recalculation.decided_by_name },
              {
                term: t('recalculations.changes'),
                value: t('recalculations.gainLose', {
                  carers: String(carers),
                  gain: String(gain),
                  lose: String(lose),
                }),
              },
            ]}
          />
          {isAtWork && <p role="status">{t('recalculations.working')}</p>}
          <Decide recalculation={recalculation} />
        </div>
      </Paper>
      <Section title={t('recalculations.list')}>
        <Lines recalculation={recalculation} />
      </Section>
    </>
  );
}

function Decide({ recalculation }: ShownProps) {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const toast = useToast();
  const [isAsked, setAsked] = useState(false);
  const decide = useDecideRecalculation(recalculation);
  const { may_confirm, may_withdraw, carers, state } = recalculation;
  if (!may_withdraw) return null;
  const send = async (decision: 'confirm' | 'withdraw') => {
    await decide.mutateAsync({ decision });
    setAsked(false);
    toast(
      t(decision === 'confirm' ? 'recalculations.confirmedNow' : 'recalculations.withdrawnNow'),
    );
  };
  const press = (decision: 'confirm' | 'withdraw') => () => void send(decision).catch(() => {});
  return (
    <>
      {!may_confirm && state === 'ordered' && <p>{t('recalculations.notYours')}</p>}
      <ProblemLine error={decide.error} />
      <div className={styles.buttons}>
        <Button disabled={decide.isPending} onClick={press('withdraw')}>
          {t('recalculations.withdraw')}
        </Button>
        {may_confirm && (
          <Button type="primary" disabled={carers === 0} onClick={() => setAsked(true)}>
            {t('recalculations.confirm')}
          </Button>
        )}
      </div>
      <Modal
        open={isAsked}
        onCancel={() => setAsked(false)}
        title={t('recalculations.confirmTitle')}
        okText={t('recalculations.confirm')}
        cancelText={shared('do.back')}
        confirmLoading={decide.isPending}
        onOk={press('confirm')}
        closable={{ 'aria-label': shared('do.close') }}
      >
        <p>{t('recalculations.confirmText', { carers: String(carers) })}</p>
      </Modal>
    </>
  );
}

function Lines({ recalculation }: ShownProps) {
  const { t } = useWords();
  return (
    <ListTable<RecalculationLine>
      question={useRecalculationLines(recalculation)}
      label={t('recalculations.list')}
      rowKey={({ carer_id }) => carer_id}
      empty={<p className={styles.soft}>{t('recalculations.noLines')}</p>}
      columns={[
        {
          title: t('recalculations.carer'),
          render: (_, { carer_id, carer_name }) => (
            <Link to="/points/$personId" params={{ personId: carer_id }}>
              {carer_name}
            </Link>
          ),
        },
        { title: t('recalculations.deeds'), dataIndex: 'deeds' },
        { title: t('recalculations.now'), render: (_, { before }) => pointsOf(before) },
        { title: t('recalculations.after'), render: (_, { after }) => pointsOf(after) },
        {
          title: t('recalculations.difference'),
          render: (_, { before, after }) => {
            const more = after - before;
            return `${more > 0 ? '+' : '−'}${pointsOf(Math.abs(more))}`;
          },
        },
      ]}
    />
  );
}
