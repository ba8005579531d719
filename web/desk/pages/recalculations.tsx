import { Button, DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { Asked } from '../../shared/components/asked.tsx';
import { useToast } from '../../shared/components/toast.tsx';
import { formatInstant } from '../../shared/format.ts';
import { ProblemLine } from '../../shared/sign-in/problem-line.tsx';
import { useLanguage } from '../../shared/words/words.ts';
import { Link, useGo } from '../links.ts';
import { usePlan } from '../queries/plan.ts';
import { useOrderRecalculation, useRecalculations } from '../queries/recalculations.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { useDayWords } from './parts/day-words.ts';
import { RowsTable } from './parts/list-table.tsx';
import { useSay } from './parts/say.ts';
import { Paper, Section, Stacked } from './parts/section.tsx';
import { RecalculationState } from './recalculations/recalculation-state.tsx';
import styles from './simulations/simulations.module.css';

/** Points of the past stay as they are, unless the district orders otherwise and a second person agrees. */
export function Page() {
  const { t } = useWords();
  return (
    <>
      <PageHead title={t('recalculations.title')} lead={t('recalculations.lead')} />
      <OrderedBefore />
      <Section title={t('recalculations.order')}>
        <Paper>
          <Stacked>
            <p className={styles.soft}>{t('recalculations.orderText')}</p>
            <Asked question={usePlan()} lines={8}>
              {({ point_rules }) => <OrderForm rules={point_rules} />}
            </Asked>
          </Stacked>
        </Paper>
      </Section>
    </>
  );
}

interface Ordered {
  readonly rules: string[];
  readonly period: [Dayjs, Dayjs];
  readonly wording_of: Dayjs;
  readonly reason: string;
}

interface OrderFormProps {
  readonly rules: readonly { readonly id: string; readonly title: { zh: string; en: string } }[];
}

function OrderForm({ rules }: OrderFormProps) {
  const { t } = useWords();
  useDayWords();
  const toast = useToast();
  const say = useSay();
  const go = useGo();
  const order = useOrderRecalculation();
  const send = async ({ period: [from, until], wording_of, ...asked }: Ordered) => {
    const { id } = await order.mutateAsync({
      ...asked,
      from_on: from.format('YYYY-MM-DD'),
      until_on: until.format('YYYY-MM-DD'),
      wording_of: wording_of.format('YYYY-MM-DD'),
    });
    toast(t('recalculations.sent'));
    await go({ to: '/recalculations/$recalculationId', params: { recalculationId: id } });
  };
  const asked = [{ required: true, message: t('recalculations.incomplete') }];
  return (
    <Form<Ordered>
      layout="vertical"
      requiredMark="optional"
      initialValues={{ wording_of: dayjs(), reason: '' }}
      onFinish={(ordered) => void send(ordered).catch(() => {})}
    >
      <Form.Item name="rules" label={t('recalculations.rules')} rules={asked}>
        <Select
          mode="multiple"
          options={rules.map(({ id, title }) => ({ value: id, label: say(title) }))}
        />
      </Form.Item>
      <Form.Item name="period" label={t('recalculations.period')} rules={asked}>
        <DatePicker.RangePicker />
      </Form.Item>
      <Form.Item
        name="wording_of"
        label={t('recalculations.wording')}
        extra={t('recalculations.wordingText')}
        rules={asked}
      >
        <DatePicker />
      </Form.Item>
      <Form.Item name="reason" label={t('recalculations.reason')} rules={asked}>
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
      <ProblemLine error={order.error} />
      <Button type="primary" htmlType="submit" loading={order.isPending}>
        {t('recalculations.send')}
      </Button>
    </Form>
  );
}

function OrderedBefore() {
  const { t } = useWords();
  const language = useLanguage();
  return (
    <Asked question={useRecalculations()} lines={4}>
      {({ items }) =>
        items.length === 0 ? (
          <p className={styles.soft}>{t('recalculations.none')}</p>
        ) : (
          <RowsTable
            rows={items}
            rowKey={({ id }) => id}
            label={t('recalculations.before')}
            columns={[
              {
                title: t('recalculations.when'),
                render: (_, { ordered_at }) => formatInstant(ordered_at, language),
              },
              { title: t('recalculations.who'), dataIndex: 'ordered_by_name' },
              {
                title: t('recalculations.period'),
                render: (_, { from_on, until_on }) => `${from_on} – ${until_on}`,
              },
              { title: t('recalculations.changes'), dataIndex: 'carers' },
              {
                title: t('recalculations.state'),
                render: (_, { state }) => <RecalculationState state={state} />,
              },
              {
                title: '',
                render: (_, { id }) => (
                  <Link to="/recalculations/$recalculationId" params={{ recalculationId: id }}>
                    {t('recalculations.open')}
                  </Link>
                ),
              },
            ]}
          />
        )
      }
    </Asked>
  );
}
