import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { ProgrammeDetail } from '../../shared/api-types.gen.ts';
import { Asked } from '../../shared/components/asked.tsx';
import { useToast } from '../../shared/components/toast.tsx';
import { formatSpan } from '../../shared/format.ts';
import { ProblemLine } from '../../shared/sign-in/problem-line.tsx';
import { useLanguage, useSharedWords } from '../../shared/words/words.ts';
import { Link, usePageParams } from '../links.ts';
import { useActivities } from '../queries/activities.ts';
import { useChooseDates, useProgramme } from '../queries/programmes.ts';
import { PageHead } from '../shell/page-head.tsx';
import { useWords } from '../words/words.ts';
import styles from './activity/activity.module.css';
import { ActivityStateTag } from './parts/activity-state.tsx';
import { useSay } from './parts/say.ts';
import { Paper, Stacked } from './parts/section.tsx';
import { Sheet } from './parts/sheet.tsx';
import { ChangeProgramme } from './programme/change-programme.tsx';
import { CopyProgrammeBox } from './programme/copy-programme-box.tsx';

/** A programme: its dates, which of the host's activities they are, and the same again next term. */
export function Page() {
  const { programmeId } = usePageParams<'/programmes/$programmeId'>();
  const programme = useProgramme(programmeId);
  return (
    <Asked question={programme} lines={8}>
      {(answer) => <Opened programme={answer} />}
    </Asked>
  );
}

function Opened({ programme }: { readonly programme: ProgrammeDetail }) {
  const { t } = useWords();
  const say = useSay();
  const [open, setOpen] = useState<'choose' | 'copy' | 'change'>();
  const close = () => setOpen(undefined);
  return (
    <>
      <PageHead
        title={programme.name}
        lead={`${programme.host_name} · ${say(programme.term_name)}`}
        actions={
          programme.may_arrange && (
            <>
              <Button onClick={() => setOpen('change')}>{t('programmes.change')}</Button>
              {programme.dates.length > 0 && (
                <Button onClick={() => setOpen('copy')}>{t('programmes.copy')}</Button>
              )}
              <Button type="primary" onClick={() => setOpen('choose')}>
                {t('programmes.choose')}
              </Button>
            </>
          )
        }
      />
      <Stacked>
        {programme.summary && <p className={styles.description}>{programme.summary}</p>}
        <Paper>
          <Dates programme={programme} />
        </Paper>
      </Stacked>
      <Sheet open={open === 'choose'} onClose={close} title={t('programmes.choose')}>
        <ChooseDates programme={programme} onDone={close} />
      </Sheet>
      <Sheet open={open === 'change'} onClose={close} title={t('programmes.change')}>
        <ChangeProgramme programme={programme} onDone={close} />
      </Sheet>
      <CopyProgrammeBox programme={programme} open={open === 'copy'} onClose={close} />
    </>
  );
}

function Dates({ programme }: { readonly programme: ProgrammeDetail }) {
  const { t } = useWords();
  const language = useLanguage();
  if (programme.dates.length === 0) return <p className={styles.soft}>{t('programmes.noDates')}</p>;
  return (
    <ul className={styles.series}>
      {programme.dates.map((one) => (
        <li key={one.activity_id}>
          <Link to="/activities/$activityId" params={{ activityId: one.activity_id }}>
            {one.title}
          </Link>
          <div className={styles.soft}>
            {formatSpan(one.begins_at, one.ends_at, language)} · {one.place}{' '}
            <ActivityStateTag state={one.state} />
          </div>
        </li>
      ))}
    </ul>
  );
}

interface ChooseDatesProps {
  readonly programme: ProgrammeDetail;
  readonly onDone: () => void;
}

/** The host's activities, newest first; those ticked are the programme's dates. */
function ChooseDates({ programme, onDone }: ChooseDatesProps) {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const say = useToast();
  const language = useLanguage();
  const choose = useChooseDates(programme.id);
  const [chosen, setChosen] = useState<readonly string[]>(
    programme.dates.map(({ activity_id }) => activity_id),
  );
  const pages = useActivities({ host: programme.host_id, sort: '-begins' }).data?.pages ?? [];
  const activities = pages
    .flatMap(({ items }) => items)
    .filter(({ state, host_id }) => state !== 'cancelled' && host_id === programme.host_id);
  const shown = new Set(activities.map(({ activity_id }) => activity_id));
  const send = async () => {
    await choose.mutateAsync(chosen);
    say(t('programmes.chosen'));
    onDone();
  };
  return (
    <div className={styles.stack}>
      <p>{t('programmes.chooseText')}</p>
      <Checkbox.Group
        className={styles.dayChoice ?? ''}
        value={[...chosen]}
        onChange={(ids: string[]) =>
          setChosen([
            ...chosen.filter((id) => !shown.has(id)),
            ...ids.filter((id) => shown.has(id)),
          ])
        }
        options={activities.map((one) => ({
          value: one.activity_id,
          label: `${one.title} · ${formatSpan(one.begins_at, one.ends_at, language)}`,
        }))}
      />
      <ProblemLine error={choose.error} />
      <Button type="primary" loading={choose.isPending} onClick={() => void send().catch(() => {})}>
        {shared('do.save')}
      </Button>
    </div>
  );
}
