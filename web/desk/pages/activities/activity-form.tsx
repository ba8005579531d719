import { Button, DatePicker, Form, Input, InputNumber, Select, Switch } from 'antd';
import { useDayNote, useDays } from '../../../shared/queries/days.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useActivityKinds } from '../../queries/activities.ts';
import { usePlan } from '../../queries/plan.ts';
import type { ActivityKind, NewActivity } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { useDayWords } from '../parts/day-words.ts';
import { OrganisationChoice } from '../parts/organisation-choice.tsx';
import { OrganisationsChoice } from '../parts/organisations-choice.tsx';
import { useSay } from '../parts/say.ts';
import { Note, Paper } from '../parts/section.tsx';
import { TimeField } from '../parts/time-field.tsx';
import styles from './activity-form.module.css';
import { type Draft, writtenOf } from './draft.ts';

interface ActivityFormProps {
  readonly draft: Draft;
  /** The kind is fixed once it is published. */
  readonly published?: boolean;
  /** Time and places are those of its sessions. */
  readonly hasSessions?: boolean;
  readonly submitWord: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSubmit: (written: NewActivity) => Promise<void>;
}

const MINUTE_STEP = 5;

/** What an activity is, when, for whom, how many; the plan's kind proposes the length. */
export function ActivityForm(props: ActivityFormProps) {
  const {
    draft,
    published = false,
    hasSessions = false,
    submitWord,
    busy,
    error,
    onSubmit,
  } = props;
  useDayWords();
  const [form] = Form.useForm<Draft>();
  const kinds = useActivityKinds().data?.items ?? [];
  const chosenKind = Form.useWatch('kind', form);
  const kind = kinds.find(({ id }) => id === chosenKind);
  const proposeEnd = (chosen: ActivityKind | undefined) => {
    const from = form.getFieldValue('from');
    if (chosen && from) form.setFieldValue('until', from.add(chosen.default_minutes, 'minute'));
  };
  return (
    <Form<Draft>
      form={form}
      layout="vertical"
      requiredMark="optional"
      initialValues={draft}
      scrollToFirstError
      className={styles.form ?? ''}
      onFinish={(filled) => {
        onSubmit(writtenOf({ ...draft, ...filled })).catch(() => {
          // Shown above the button.
        });
      }}
      onValuesChange={(change: Partial<Draft>) => {
        if ('kind' in change || 'from' in change) {
          const now = change.kind ?? form.getFieldValue('kind');
          proposeEnd(kinds.find(({ id }) => id === now));
        }
      }}
    >
      <Paper>
        <WhatFields kinds={kinds} kind={kind} published={published} />
      </Paper>
      <Paper>
        <WhenFields hasSessions={hasSessions} />
      </Paper>
      <Paper>
        <WhomFields hasSessions={hasSessions} />
      </Paper>
      <div className={styles.foot}>
        <ProblemLine error={error} />
        <Button type="primary" htmlType="submit" loading={busy} size="large">
          {submitWord}
        </Button>
      </div>
    </Form>
  );
}

interface WhatFieldsProps {
  readonly kinds: readonly ActivityKind[];
  readonly kind: ActivityKind | undefined;
  readonly published: boolean;
}

function WhatFields({ kinds, kind, published }: WhatFieldsProps) {
  const { t } = useWords();
  const say = useSay();
  return (
    <>
      <h2 className={styles.title}>{t('activityForm.what')}</h2>
      <div className={styles.two}>
        <Form.Item
          name="kind"
          label={t('activities.kind')}
          rules={[{ required: true, message: t('activityForm.kindMissing') }]}
        >
          <Select
            disabled={published}
            showSearch={{ optionFilterProp: 'label' }}
            options={kinds.map(({ id, name }) => ({ value: id, label: say(name) }))}
          />
        </Form.Item>
        <Form.Item name="host_id" label={t('activities.host')} rules={[{ required: true }]}>
          <HostChoice disabled={published} />
        </Form.Item>
      </div>
      {kind && <KindNote kind={kind} />}
      <Form.Item
        name="title"
        label={t('activityForm.title')}
        rules={[{ required: true, whitespace: true, message: t('activityForm.titleMissing') }]}
      >
        <Input maxLength={80} placeholder={t('activityForm.titleHint')} />
      </Form.Item>
      <Form.Item name="description" label={t('activityForm.description')}>
        <Input.TextArea maxLength={5000} autoSize={{ minRows: 3, maxRows: 12 }} />
      </Form.Item>
      <Form.Item name="bring" label={t('activityForm.bring')}>
        <Input maxLength={300} placeholder={t('activityForm.bringHint')} />
      </Form.Item>
    </>
  );
}

/** What the plan says of the kind, so that nobody has to look it up. */
function KindNote({ kind }: { readonly kind: ActivityKind }) {
  const { t } = useWords();
  const say = useSay();
  return (
    <div className={styles.note}>
      <Note>
        {say(kind.summary)}{' '}
        {t('activityForm.kindNote', {
          clause: kind.clause,
          countsAs: t(`countsAs.${kind.counts_as}`),
          usual: kind.default_minutes,
          most: kind.maximum_minutes,
        })}{' '}
        {t(`checkInWays.${kind.check_in}`)}{' '}
        {kind.sessions && t(`sessions.kindNote.${kind.sessions}`)}
      </Note>
    </div>
  );
}

interface ChoiceProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (id: string) => void;
  readonly disabled?: boolean;
}

function HostChoice({ id, value = '', onChange = () => {} }: ChoiceProps) {
  const { t } = useWords();
  const choice = { label: t('activities.host'), value, onChange, ...(id && { id }) };
  return <OrganisationChoice {...choice} />;
}

/** What the plan's calendar says of the day chosen. */
function DayHint({ day = '' }: { readonly day: string | undefined }) {
  const wordsOf = useDayNote();
  const note = useDays(day, day, { enabled: day !== '' }).data?.items[0];
  return note ? <span role="status">{wordsOf(note)}</span> : null;
}

interface OfSessions {
  readonly hasSessions: boolean;
}

function WhenFields({ hasSessions }: OfSessions) {
  const { t } = useWords();
  return (
    <>
      <h2 className={styles.title}>{t('activityForm.when')}</h2>
      {hasSessions ? <Note>{t('sessions.timesAreTheirs')}</Note> : <TimeFields />}
      <div className={styles.two}>
        <Form.Item
          name="place"
          label={t('activityForm.place')}
          rules={[{ required: true, whitespace: true, message: t('activityForm.placeMissing') }]}
        >
          <Input maxLength={120} placeholder={t('activityForm.placeHint')} />
        </Form.Item>
        <Form.Item
          name="online_link"
          label={t('activityForm.online')}
          extra={t('activityForm.onlineHint')}
          rules={[{ pattern: /^https?:\/\/\S+$/, message: t('activityForm.onlineWrong') }]}
        >
          <Input maxLength={500} inputMode="url" placeholder="https://" />
        </Form.Item>
      </div>
    </>
  );
}

function TimeFields() {
  const { t } = useWords();
  const day = Form.useWatch<Draft['day']>('day');
  const required = [{ required: true, message: t('activityForm.whenMissing') }];
  return (
    <div className={styles.three}>
      <Form.Item
        name="day"
        label={t('activityForm.day')}
        rules={required}
        extra={<DayHint day={day?.format('YYYY-MM-DD')} />}
      >
        <DatePicker className={styles.wide ?? ''} />
      </Form.Item>
      <Form.Item name="from" label={t('activityForm.from')} rules={required}>
        <TimeField />
      </Form.Item>
      <Form.Item name="until" label={t('activityForm.until')} rules={required}>
        <TimeField />
      </Form.Item>
    </div>
  );
}

function WhomFields({ hasSessions }: OfSessions) {
  const { t } = useWords();
  const say = useSay();
  const stages = usePlan().data?.stages ?? [];
  const window = { showTime: { format: 'HH:mm', minuteStep: MINUTE_STEP } } as const;
  return (
    <>
      <h2 className={styles.title}>{t('activityForm.whom')}</h2>
      <Form.Item
        name="audience_ids"
        label={t('activityForm.audience')}
        extra={t('activityForm.audienceHint')}
        rules={[{ required: true, message: t('activityForm.audienceMissing') }]}
      >
        <OrganisationsChoice label={t('activityForm.audience')} />
      </Form.Item>
      <Form.Item
        name="stages"
        label={t('activityForm.stages')}
        extra={t('activityForm.stagesHint')}
      >
        <Select
          mode="multiple"
          allowClear
          options={stages.map(({ id, name }) => ({ value: id, label: say(name) }))}
        />
      </Form.Item>
      <div className={styles.three}>
        {!hasSessions && (
          <Form.Item
            name="capacity"
            label={t('activityForm.capacity')}
            extra={t('activityForm.capacityHint')}
          >
            <InputNumber min={1} max={100000} precision={0} className={styles.wide ?? ''} />
          </Form.Item>
        )}
        <Form.Item name="opens" label={t('activityForm.opens')} extra={t('activityForm.opensHint')}>
          <DatePicker {...window} className={styles.wide ?? ''} />
        </Form.Item>
        <Form.Item
          name="closes"
          label={t('activityForm.closes')}
          extra={t('activityForm.closesHint')}
        >
          <DatePicker {...window} className={styles.wide ?? ''} />
        </Form.Item>
      </div>
      <PriorityFields />
      <Form.Item
        name="is_public"
        label={t('activityForm.public')}
        extra={t('activityForm.publicHint')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
    </>
  );
}

/** Whose families go first: before the others until an instant, and in the waiting list. */
function PriorityFields() {
  const { t } = useWords();
  const window = { showTime: { format: 'HH:mm', minuteStep: MINUTE_STEP } } as const;
  return (
    <div className={styles.two}>
      <Form.Item
        name="priority_ids"
        label={t('activityForm.priority')}
        extra={t('activityForm.priorityHint')}
      >
        <OrganisationsChoice label={t('activityForm.priority')} />
      </Form.Item>
      <Form.Item
        name="priority_until"
        label={t('activityForm.priorityUntil')}
        extra={t('activityForm.priorityUntilHint')}
      >
        <DatePicker {...window} className={styles.wide ?? ''} />
      </Form.Item>
    </div>
  );
}
