import { Checkbox, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useToast } from '../../../shared/components/toast.tsx';
import { formatDay } from '../../../shared/format.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useLanguage, useSharedWords } from '../../../shared/words/words.ts';
import { useGo } from '../../links.ts';
import { useCopyActivity } from '../../queries/activities.ts';
import type { ActivityDetail } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import styles from './activity.module.css';
import { copyDays, MOST_COPIES, type Rhythm, rhythms } from './copy-days.ts';

const rhythmNames = Object.keys(rhythms) as Rhythm[];

interface CopyBoxProps {
  readonly activity: ActivityDetail;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The same again: how often and how many times; days that do not suit are left out. */
export function CopyBox({ activity, open, onClose }: CopyBoxProps) {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const say = useToast();
  const go = useGo();
  const language = useLanguage();
  const copy = useCopyActivity(activity.activity_id);
  const [rhythm, setRhythm] = useState<Rhythm>('weekly');
  const [count, setCount] = useState(4);
  const [leftOut, setLeftOut] = useState<readonly string[]>([]);
  const days = copyDays(activity.begins_at, { rhythm, count, now: new Date() });
  const chosen = days.filter((day) => !leftOut.includes(day));
  const send = async () => {
    const { items } = await copy.mutateAsync(chosen);
    say(t('activity.copiedNow', { count: items.length }));
    onClose();
    await go({ to: '/activities', search: { state: 'draft' } });
  };
  return (
    <Modal
      open={open}
      onCancel={onClose}
      title={t('activity.copyTitle', { title: activity.title })}
      okText={t('activity.copyNow', { count: chosen.length })}
      cancelText={shared('do.cancel')}
      okButtonProps={{ disabled: chosen.length === 0, loading: copy.isPending }}
      onOk={() => {
        send().catch(() => {
          // Shown below.
        });
      }}
    >
      <div className={styles.stack}>
        <p>{t('activity.copyText')}</p>
        <div className={styles.buttons}>
          <Select
            aria-label={t('activity.copyRhythm')}
            value={rhythm}
            onChange={setRhythm}
            options={rhythmNames.map((value) => ({ value, label: t(`activity.rhythms.${value}`) }))}
          />
          <InputNumber
            aria-label={t('activity.copyCount')}
            min={1}
            max={MOST_COPIES}
            precision={0}
            value={count}
            onChange={(next) => setCount(next ?? 1)}
            suffix={t('activity.copyTimes')}
          />
        </div>
        <fieldset className={styles.choices}>
          <legend>{t('activity.copyDays')}</legend>
          <Checkbox.Group
            value={chosen}
            onChange={(kept: string[]) => setLeftOut(days.filter((day) => !kept.includes(day)))}
            options={days.map((day) => ({ value: day, label: formatDay(day, language) }))}
          />
        </fieldset>
        <ProblemLine error={copy.error} />
      </div>
    </Modal>
  );
}
