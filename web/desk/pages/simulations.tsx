import { Button, Input, Radio, Upload } from 'antd';
import { useId, useState } from 'react';
import { Asked } from '../../shared/components/asked.tsx';
import { useToast } from '../../shared/components/toast.tsx';
import { formatInstant } from '../../shared/format.ts';
import { ProblemLine } from '../../shared/sign-in/problem-line.tsx';
import { useLanguage } from '../../shared/words/words.ts';
import { Link, useGo } from '../links.ts';
import {
  type ChangedFile,
  usePlanText,
  useSimulations,
  useTryChange,
} from '../queries/simulations.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import { RowsTable } from './parts/list-table.tsx';
import { Paper, Section } from './parts/section.tsx';
import { SimulationState } from './simulations/simulation-state.tsx';
import styles from './simulations/simulations.module.css';

/** A change of rules is tried on everything that is recorded, before anybody lives by it. */
export function Page() {
  const { t } = useWords();
  const [file, setFile] = useState<ChangedFile>('points');
  const text = usePlanText(file);
  return (
    <>
      <PageHead title={t('simulations.title')} lead={t('simulations.lead')} />
      <Paper>
        <div className={styles.form}>
          <Radio.Group
            aria-label={t('simulations.file')}
            value={file}
            onChange={(event) => setFile(event.target.value)}
            options={(['points', 'certificates'] as const).map((one) => ({
              value: one,
              label: t(`simulations.${one}`),
            }))}
          />
          <Asked question={text} lines={12}>
            {(answer) => <Change key={answer.file} file={answer.file} inForce={answer.text} />}
          </Asked>
        </div>
      </Paper>
      <TriedBefore />
    </>
  );
}

interface ChangeProps {
  readonly file: ChangedFile;
  readonly inForce: string;
}

function Change({ file, inForce }: ChangeProps) {
  const { t } = useWords();
  const say = useToast();
  const go = useGo();
  const id = useId();
  const [text, setText] = useState(inForce);
  const change = useTryChange();
  const send = async () => {
    const { id: simulationId } = await change.mutateAsync({ file, text });
    say(t('simulations.begun'));
    await go({ to: '/simulations/$simulationId', params: { simulationId } });
  };
  return (
    <>
      <label htmlFor={id}>{t('simulations.text')}</label>
      <p className={styles.soft}>{t('simulations.textHelp')}</p>
      <Input.TextArea
        id={id}
        className={styles.text ?? ''}
        value={text}
        maxLength={200_000}
        spellCheck={false}
        autoSize={{ minRows: 12, maxRows: 28 }}
        onChange={(event) => setText(event.target.value)}
      />
      <ProblemLine error={change.error} />
      <div className={styles.buttons}>
        <Upload
          accept=".yaml,.yml"
          showUploadList={false}
          beforeUpload={(chosen) => {
            void chosen.text().then(setText);
            return false;
          }}
        >
          <Button>{t('simulations.upload')}</Button>
        </Upload>
        <Button disabled={text === inForce} onClick={() => setText(inForce)}>
          {t('simulations.again')}
        </Button>
        <Button
          type="primary"
          loading={change.isPending}
          onClick={() => void send().catch(() => {})}
        >
          {t('simulations.try')}
        </Button>
      </div>
    </>
  );
}

function TriedBefore() {
  const { t } = useWords();
  const language = useLanguage();
  return (
    <Section title={t('simulations.before')}>
      <Asked question={useSimulations()} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.soft}>{t('simulations.none')}</p>
          ) : (
            <RowsTable
              rows={items}
              rowKey={({ id }) => id}
              label={t('simulations.before')}
              columns={[
                {
                  title: t('simulations.when'),
                  render: (_, { asked_at }) => formatInstant(asked_at, language),
                },
                { title: t('simulations.who'), dataIndex: 'asked_by_name' },
                {
                  title: t('simulations.file'),
                  render: (_, { file }) => t(`simulations.${file}`),
                },
                {
                  title: t('simulations.state'),
                  render: (_, { state }) => <SimulationState state={state} />,
                },
                {
                  title: '',
                  render: (_, { id }) => (
                    <Link to="/simulations/$simulationId" params={{ simulationId: id }}>
                      {t('simulations.open')}
                    </Link>
                  ),
                },
              ]}
            />
          )
        }
      </Asked>
    </Section>
  );
}
