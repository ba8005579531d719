import { Button, DatePicker, Input, InputNumber, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useId, useState } from 'react';
import type { CarerRow } from '../../../shared/api-types.gen.ts';
import { Asked } from '../../../shared/components/asked.tsx';
import { useToast } from '../../../shared/components/toast.tsx';
import { useMay } from '../../../shared/queries/me.ts';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useAwardKinds, useEnterAward } from '../../queries/awards.ts';
import { useWords } from '../../words/words.ts';
import styles from '../contests/contests.module.css';
import { CarerSearch } from '../parts/carer-search.tsx';
import { useDayWords } from '../parts/day-words.ts';
import { useSay } from '../parts/say.ts';
import { PickFile } from './pick-file.tsx';
import { PlaceChoice } from './place-choice.tsx';

/** Whom, what, when, how much, why, and what shows it. */
export function EnterAward({ onEntered }: { readonly onEntered: (id: string) => void }) {
  const { t } = useWords();
  const may = useMay();
  const [carer, setCarer] = useState<CarerRow>();
  // Communities do not see the children of those who help them.
  if (!may('people.read') && !may('students.read')) return <ByPhone onEntered={onEntered} />;
  if (!carer) return <CarerSearch onChosen={setCarer} />;
  return (
    <div className={styles.form}>
      <p className={styles.line}>
        <strong>{carer.name}</strong>
        <span>{carer.children.map(({ name }) => name).join('、')}</span>
        <Button onClick={() => setCarer(undefined)}>{t('awards.another')}</Button>
      </p>
      <Form carer={{ carer_id: carer.id }} onEntered={onEntered} />
    </div>
  );
}

const PHONE = /^1\d{10}$/;

function ByPhone({ onEntered }: { readonly onEntered: (id: string) => void }) {
  const { t } = useWords();
  const field = useId();
  const [phone, setPhone] = useState('');
  return (
    <div className={styles.form}>
      <label htmlFor={field}>{t('awards.phone')}</label>
      <Input
        id={field}
        inputMode="numeric"
        maxLength={11}
        value={phone}
        onChange={({ target }) => setPhone(target.value.trim())}
      />
      <p className={styles.soft}>{t('awards.phoneText')}</p>
      <Form carer={PHONE.test(phone) ? { carer_phone: phone } : undefined} onEntered={onEntered} />
    </div>
  );
}

interface FormProps {
  /** Undefined: not told yet. */
  readonly carer: { carer_id: string } | { carer_phone: string } | undefined;
  readonly onEntered: (id: string) => void;
}

function Form({ carer, onEntered }: FormProps) {
  const { t } = useWords();
  const say = useToast();
  const inWords = useSay();
  useDayWords();
  const [kindField, dayField, amountField, reasonField] = [useId(), useId(), useId(), useId()];
  const kinds = useAwardKinds();
  const enter = useEnterAward();
  const [kind, setKind] = useState('');
  const [place, setPlace] = useState('');
  const [day, setDay] = useState<Dayjs | null>(null);
  const [amount, setAmount] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const [file, setFile] = useState<File>();
  const unit = kinds.data?.items.find(({ id }) => id === kind)?.unit;
  const [only] = kinds.data?.organisations ?? [];
  const organisation = place || only?.id || '';
  const isWhole = carer && kind && organisation && day && amount && reason.trim() !== '' && file;
  const send = async () => {
    if (!isWhole) return;
    const id = await enter.mutateAsync({
      ...carer,
      ...{ organisation_id: organisation, kind, quantity: amount },
      ...{ done_on: day.format('YYYY-MM-DD'), reason: reason.trim(), file },
    });
    say(t('awards.entered'));
    onEntered(id);
  };
  return (
    <Asked question={kinds} lines={4}>
      {({ items, organisations }) => (
        <>
          <PlaceChoice places={organisations} value={organisation} onChange={setPlace} />
          <label htmlFor={kindField}>{t('awards.deed')}</label>
          <Select
            id={kindField}
            {...(kind && { value: kind })}
            onChange={(next: string) => setKind(next)}
            options={items.map(({ id, name }) => ({ value: id, label: inWords(name) }))}
          />
          <label htmlFor={dayField}>{t('awards.day')}</label>
          <DatePicker id={dayField} value={day} onChange={setDay} />
          <label htmlFor={amountField}>
            {t(unit === 'occurrence' ? 'awards.howOften' : 'awards.howLong')}
          </label>
          <InputNumber
            id={amountField}
            min={1}
            max={unit === 'occurrence' ? 5 : 720}
            precision={0}
            value={amount}
            onChange={setAmount}
          />
          <label htmlFor={reasonField}>{t('awards.reason')}</label>
          <Input.TextArea
            id={reasonField}
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 6 }}
            placeholder={t('awards.reasonExample')}
            onChange={({ target }) => setReason(target.value)}
          />
          <p>{t('awards.evidenceText')}</p>
          <PickFile file={file} onPicked={setFile} />
          <ProblemLine error={enter.error} />
          <div>
            <Button
              type="primary"
              disabled={!isWhole}
              loading={enter.isPending}
              onClick={() => void send().catch(() => {})}
            >
              {t('awards.send')}
            </Button>
          </div>
        </>
      )}
    </Asked>
  );
}
