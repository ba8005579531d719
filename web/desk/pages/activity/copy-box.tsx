import { Checkbox, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import type { DayNote } from '../../../shared/api-types.gen.ts';
import { useToast } from '../../../shared/components/toast.tsx';
import { formatDay } from '../../../shared/format.ts';
import { useDayNote, useDays } from '../../../shared/queries/days.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useLanguage, useSharedWords } from '../../../shared/words/words.ts';
import { useGo } from '../../links.ts';
import { useCopyActivity } from '../../queries/activities.ts';
import type { ActivityDetail } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import styles from './activity.module.css';
import { copyDays, MOST_COPIES, type Rhythm, rhythms, termEnd } from './copy-days.ts';

const rhythmNames = Object.keys(rhythms) as Rhythm[];

interface CopyBoxProps {
  readonly activity: ActivityDetail;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The same again: how often and how many times, or till the end of the term; holidays are left out at first. */
export function CopyBox({ activity, open, onClose }: CopyBoxProps) {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const say = useToast();
  const go = useGo();
  const copy = useCopyActivity(activity.activity_id);
  const times = useTimes(activity, open);
  const { chosen } = times;
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
        <HowOften {...times} />
        <DayChoice {...times} />
        <ProblemLine error={copy.error} />
      </div>
    </Modal>
  );
}

/** The days proposed, those chosen, and what the plan's calendar says of them. */
function useTimes({ begins_at: beginsAt }: ActivityDetail, enabled: boolean) {
  const [rhythm, setRhythm] = useState<Rhythm>('weekly');
  const [count, setCount] = useState(4);
  const [toTermEnd, setToTermEnd] = useState(false);
  const [changed, setChanged] = useState<Readonly<Record<string, boolean>>>({});
  const now = new Date();
  const all = copyDays(beginsAt, { rhythm, count: MOST_COPIES, now });
  const [first = '', last = first] = [all[0], all.at(-1)];
  const calendar = useDays(first, last, { enabled }).data;
  const until = toTermEnd ? termEnd(calendar?.terms ?? [], first) : undefined;
  const most = toTermEnd ? MOST_COPIES : count;
  const days = copyDays(beginsAt, { rhythm, count: most, until, now });
  const notes = new Map((calendar?.items ?? []).map((note) => [note.day, note]));
  const isChosen = (day: string) => changed[day] ?? !notes.get(day)?.off;
  const published = calendar?.holidays_published_until ?? '';
  return {
    rhythm,
    setRhythm,
    count,
    setCount,
    toTermEnd,
    setToTermEnd,
    days,
    notes,
    chosen: days.filter(isChosen),
    choose: (kept: readonly string[]) =>
      setChanged({
        ...changed,
        ...Object.fromEntries(days.map((day) => [day, kept.includes(day)])),
      }),
    beyondPublished: days.some((day) => published !== '' && day > published),
  };
}

type Times = ReturnType<typeof useTimes>;

function HowOften({ rhythm, setRhythm, count, setCount, toTermEnd, setToTermEnd }: Times) {
  const { t } = useWords();
  return (
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
        disabled={toTermEnd}
        onChange={(next) => setCount(next ?? 1)}
        suffix={t('activity.copyTimes')}
      />
      <Checkbox checked={toTermEnd} onChange={({ target }) => setToTermEnd(target.checked)}>
        {t('activity.copyToTermEnd')}
      </Checkbox>
    </div>
  );
}

function DayChoice({ days, notes, chosen, choose, beyondPublished }: Times) {
  const { t } = useWords();
  const language = useLanguage();
  const wordsOf = useDayNote();
  const leftOut = days.flatMap((day) => {
    const note = notes.get(day);
    return note?.off && !chosen.includes(day) ? [note] : [];
  });
  const label = (day: string) => {
    const note = notes.get(day);
    return note ? `${formatDay(day, language)} · ${wordsOf(note)}` : formatDay(day, language);
  };
  return (
    <fieldset className={styles.choices}>
      <legend>{t('activity.copyDays')}</legend>
      {leftOut.length > 0 && <LeftOut notes={leftOut} />}
      {beyondPublished && <p className={styles.soft}>{t('activity.copyBeyondPublished')}</p>}
      <Checkbox.Group
        className={styles.dayChoice ?? ''}
        value={chosen}
        onChange={(kept: string[]) => choose(kept)}
        options={days.map((day) => ({ value: day, label: label(day) }))}
      />
    </fieldset>
  );
}

/** What was left out, and why. */
function LeftOut({ notes }: { readonly notes: readonly DayNote[] }) {
  const { t } = useWords();
  const language = useLanguage();
  const wordsOf = useDayNote();
  const said = notes.map((note) => `${formatDay(note.day, language)} ${wordsOf(note)}`);
  return (
    <p role="status">
      {t('activity.copyLeftOut', {
        count: notes.length,
        days: said.join(language === 'en' ? '; ' : '；'),
      })}
    </p>
  );
}
