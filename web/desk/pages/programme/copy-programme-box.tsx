import { Checkbox, Modal, Select } from 'antd';
import { useState } from 'react';
import type { ProgrammeDetail, ProposedDate } from '../../../shared/api-types.gen.ts';
import { useToast } from '../../../shared/components/toast.tsx';
import { formatDay } from '../../../shared/format.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useLanguage, useSharedWords } from '../../../shared/words/words.ts';
import { useGo } from '../../links.ts';
import { useCopyProgramme, useProposedDates } from '../../queries/programmes.ts';
import { useWords } from '../../words/words.ts';
import styles from '../activity/activity.module.css';
import { useSay } from '../parts/say.ts';
import { useTermChoice } from './terms.ts';

interface CopyProgrammeBoxProps {
  readonly programme: ProgrammeDetail;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The same again in another term: what it would be, day by day, before it is made. */
export function CopyProgrammeBox({ programme, open, onClose }: CopyProgrammeBoxProps) {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const say = useToast();
  const go = useGo();
  const { options, after } = useTermChoice();
  const [asked, setAsked] = useState('');
  const term = asked || after(programme.term_id);
  const proposed = useProposedDates(programme.id, open ? term : '');
  const copy = useCopyProgramme(programme.id);
  const [changed, setChanged] = useState<Readonly<Record<string, boolean>>>({});
  const items = proposed.data?.items ?? [];
  const chosen = items.filter((one) => changed[one.activity_id] ?? one.left_out === null);
  const send = async () => {
    const dates = chosen.map(({ activity_id, day }) => ({ activity_id, day }));
    const { id, made } = await copy.mutateAsync({ term_id: term, dates });
    say(t('activity.copiedNow', { count: made }));
    onClose();
    await go({ to: '/programmes/$programmeId', params: { programmeId: id } });
  };
  return (
    <Modal
      open={open}
      onCancel={onClose}
      title={t('programmes.copyTitle', { name: programme.name })}
      okText={t('activity.copyNow', { count: chosen.length })}
      cancelText={shared('do.cancel')}
      okButtonProps={{ disabled: chosen.length === 0, loading: copy.isPending }}
      onOk={() => void send().catch(() => {})}
    >
      <div className={styles.stack}>
        <p>{t('programmes.copyText')}</p>
        <Select
          aria-label={t('programmes.term')}
          value={term}
          onChange={(next) => {
            setAsked(next);
            setChanged({});
          }}
          options={options.filter(({ value }) => value > programme.term_id)}
        />
        <Proposed
          items={items}
          chosen={chosen.map(({ activity_id: id }) => id)}
          onChange={(kept) =>
            setChanged(
              Object.fromEntries(items.map(({ activity_id: id }) => [id, kept.includes(id)])),
            )
          }
        />
        <ProblemLine error={proposed.error ?? copy.error} />
      </div>
    </Modal>
  );
}

interface ProposedProps {
  readonly items: readonly ProposedDate[];
  readonly chosen: readonly string[];
  readonly onChange: (kept: readonly string[]) => void;
}

function Proposed({ items, chosen, onChange }: ProposedProps) {
  const { t } = useWords();
  const say = useSay();
  const language = useLanguage();
  const label = ({ title, begins_at: held, day, left_out: why }: ProposedDate) =>
    `${title} · ${formatDay(held, language)} → ${formatDay(day, language)}${why ? ` · ${say(why)}` : ''}`;
  return (
    <fieldset className={styles.choices}>
      <legend>{t('programmes.copyDays')}</legend>
      <Checkbox.Group
        className={styles.dayChoice ?? ''}
        value={[...chosen]}
        onChange={(kept: string[]) => onChange(kept)}
        options={items.map((one) => ({ value: one.activity_id, label: label(one) }))}
      />
    </fieldset>
  );
}
