import { Button, DatePicker, Input, Radio } from 'antd';
import type { Dayjs } from 'dayjs';
import { useId, useState } from 'react';
import type { CarerRow, EnterContest as Entered } from '../../../shared/api-types.gen.ts';
import { useToast } from '../../../shared/components/toast.tsx';
import { useMay } from '../../../shared/queries/me.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useEnterContest } from '../../queries/contests.ts';
import { useWords } from '../../words/words.ts';
import { PickFile } from '../awards/pick-file.tsx';
import { CarerSearch } from '../parts/carer-search.tsx';
import { useDayWords } from '../parts/day-words.ts';
import styles from './contests.module.css';

interface EnterContestProps {
  readonly onEntered: (id: string) => void;
}

const PHONE = /^1\d{10}$/;

/** For a carer who came or wrote: who, which day, in their words, and the paper if there is one. */
export function EnterContest({ onEntered }: EnterContestProps) {
  const { t } = useWords();
  const may = useMay();
  const phoneField = useId();
  const [carer, setCarer] = useState<CarerRow>();
  const [phone, setPhone] = useState('');
  // Communities do not see the children of those who come to them.
  const seesFamilies = may('people.read') || may('students.read');
  if (seesFamilies && !carer) return <CarerSearch onChosen={setCarer} />;
  const known = carer ? { carer_id: carer.id } : { carer_phone: phone };
  return (
    <div className={styles.form}>
      {carer ? (
        <p className={styles.line}>
          <strong>{carer.name}</strong>
          <span>{carer.children.map(({ name }) => name).join('、')}</span>
          <Button onClick={() => setCarer(undefined)}>{t('awards.another')}</Button>
        </p>
      ) : (
        <>
          <label htmlFor={phoneField}>{t('awards.phone')}</label>
          <Input
            id={phoneField}
            inputMode="numeric"
            maxLength={11}
            value={phone}
            onChange={({ target }) => setPhone(target.value.trim())}
          />
        </>
      )}
      <Form carer={carer || PHONE.test(phone) ? known : undefined} onEntered={onEntered} />
    </div>
  );
}

interface FormProps extends EnterContestProps {
  /** Undefined: not told yet. */
  readonly carer: Pick<Entered, 'carer_id' | 'carer_phone'> | undefined;
}

function Form({ carer, onEntered }: FormProps) {
  const { t } = useWords();
  const say = useToast();
  useDayWords();
  const [dayField, wordsField] = [useId(), useId()];
  const enter = useEnterContest();
  const [how, setHow] = useState<Entered['how']>('in-person');
  const [day, setDay] = useState<Dayjs | null>(null);
  const [words, setWords] = useState('');
  const [file, setFile] = useState<File>();
  const isWhole = carer && day && words.trim() !== '';
  const send = async () => {
    if (!isWhole) return;
    const said = { claim: 'missing', happened_on: day.format('YYYY-MM-DD') } as const;
    const id = await enter.mutateAsync({ ...carer, ...said, how, words: words.trim(), file });
    say(t('contests.enteredNow'));
    onEntered(id);
  };
  return (
    <>
      <Radio.Group
        aria-label={t('contests.how')}
        value={how}
        onChange={({ target }) => setHow(target.value as Entered['how'])}
        options={(['in-person', 'paper'] as const).map((one) => ({
          value: one,
          label: t(`contests.ways.${one}`),
        }))}
      />
      <label htmlFor={dayField}>{t('contests.missingDay')}</label>
      <DatePicker id={dayField} value={day} onChange={setDay} />
      <label htmlFor={wordsField}>{t('contests.theirWords')}</label>
      <Input.TextArea
        id={wordsField}
        value={words}
        maxLength={1000}
        autoSize={{ minRows: 3, maxRows: 8 }}
        onChange={({ target }) => setWords(target.value)}
      />
      <p className={styles.soft}>{t('contests.paperText')}</p>
      <PickFile file={file} onPicked={setFile} />
      <ProblemLine error={enter.error} />
      <div>
        <Button
          type="primary"
          disabled={!isWhole}
          loading={enter.isPending}
          onClick={() => void send().catch(() => {})}
        >
          {t('contests.enterNow')}
        </Button>
      </div>
    </>
  );
}
