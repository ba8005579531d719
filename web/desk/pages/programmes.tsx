import { Button, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import type { ProgrammeRow } from '../../shared/api-types.gen.ts';
import { Asked } from '../../shared/components/asked.tsx';
import { EmptyState } from '../../shared/components/empty-state.tsx';
import { useMay } from '../../shared/queries/me.ts';
import { ProblemLine } from '../../shared/sign-in/problem-line.tsx';
import { useSharedWords } from '../../shared/words/words.ts';
import { Link, useGo } from '../links.ts';
import { usePost } from '../place.ts';
import { useMakeProgramme, useProgrammes } from '../queries/programmes.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import styles from './activity/activity.module.css';
import { OrganisationChoice } from './parts/organisation-choice.tsx';
import { useSay } from './parts/say.ts';
import { Paper } from './parts/section.tsx';
import { ProgrammeFields } from './programme/programme-fields.tsx';
import { useTermChoice } from './programme/terms.ts';

/** Weekend classes, summer programmes: dates of one host that belong together. */
export function Page() {
  const { t } = useWords();
  const may = useMay();
  const programmes = useProgrammes();
  const [making, setMaking] = useState(false);
  return (
    <>
      <PageHead
        title={t('programmes.title')}
        lead={t('programmes.lead')}
        actions={
          may('activities.arrange') && (
            <Button type="primary" onClick={() => setMaking(true)}>
              {t('programmes.make')}
            </Button>
          )
        }
      />
      <Asked question={programmes} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('programmes.none')} text={t('programmes.noneText')} />
          ) : (
            <Paper>
              <ul className={styles.series}>
                {items.map((one) => (
                  <li key={one.id}>
                    <Line programme={one} />
                  </li>
                ))}
              </ul>
            </Paper>
          )
        }
      </Asked>
      <MakeBox open={making} onClose={() => setMaking(false)} />
    </>
  );
}

function Line({ programme }: { readonly programme: ProgrammeRow }) {
  const { t } = useWords();
  const say = useSay();
  const { id, name, host_name: host, term_name: term, dates } = programme;
  return (
    <>
      <Link to="/programmes/$programmeId" params={{ programmeId: id }}>
        {name}
      </Link>
      <div className={styles.soft}>
        {host} · {say(term)} · {t('programmes.dates', { count: dates })}
      </div>
    </>
  );
}

interface Filled {
  readonly name: string;
  readonly summary?: string;
  readonly host_id: string;
  readonly term_id: string;
}

function MakeBox({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const go = useGo();
  const post = usePost();
  const make = useMakeProgramme();
  const [form] = Form.useForm<Filled>();
  const { question, options, now } = useTermChoice();
  const send = async (filled: Filled) => {
    const { id } = await make.mutateAsync(filled);
    onClose();
    await go({ to: '/programmes/$programmeId', params: { programmeId: id } });
  };
  return (
    <Modal
      open={open}
      onCancel={onClose}
      title={t('programmes.make')}
      okText={t('programmes.makeNow')}
      cancelText={shared('do.cancel')}
      confirmLoading={make.isPending}
      onOk={() => form.submit()}
      destroyOnHidden
    >
      {/* A form takes its first values once: it waits for the terms. */}
      <Asked question={question} lines={8}>
        {() => (
          <Form<Filled>
            form={form}
            layout="vertical"
            requiredMark="optional"
            initialValues={{ host_id: post?.organisation.id ?? '', term_id: now }}
            onFinish={(filled) => void send(filled).catch(() => {})}
          >
            <ProgrammeFields />
            <Form.Item name="host_id" label={t('activities.host')} rules={[{ required: true }]}>
              <HostChoice />
            </Form.Item>
            <Form.Item name="term_id" label={t('programmes.term')} rules={[{ required: true }]}>
              <Select options={options} />
            </Form.Item>
            <ProblemLine error={make.error} />
          </Form>
        )}
      </Asked>
    </Modal>
  );
}

interface HostChoiceProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (id: string) => void;
}

function HostChoice({ id, value = '', onChange = () => {} }: HostChoiceProps) {
  const { t } = useWords();
  const choice = { label: t('activities.host'), value, onChange, ...(id && { id }) };
  return <OrganisationChoice {...choice} />;
}
