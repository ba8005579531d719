import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { Answer, CarerRow } from '../../../shared/api-types.gen.ts';
import { QuestionFields } from '../../../shared/components/question-fields.tsx';
import { useToast } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useSignFamilyUp } from '../../queries/attendance.ts';
import type { ActivityDetail } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { CarerSearch } from '../parts/carer-search.tsx';
import { Sheet } from '../parts/sheet.tsx';
import styles from './activity.module.css';

interface SignUpSheetProps {
  readonly activity: ActivityDetail;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Signs a family up on its behalf: for those without a phone, or who ask at the gate. */
export function SignUpSheet({ activity, open, onClose }: SignUpSheetProps) {
  const { t } = useWords();
  const [carer, setCarer] = useState<CarerRow>();
  return (
    <Sheet open={open} onClose={onClose} title={t('registrations.signUp')}>
      {carer ? (
        <ChooseChildren
          activity={activity}
          carer={carer}
          onOther={() => setCarer(undefined)}
          onDone={() => {
            setCarer(undefined);
            onClose();
          }}
        />
      ) : (
        <CarerSearch onChosen={setCarer} />
      )}
    </Sheet>
  );
}

interface ChooseChildrenProps {
  readonly activity: ActivityDetail;
  readonly carer: CarerRow;
  readonly onOther: () => void;
  readonly onDone: () => void;
}

function ChooseChildren({ activity, carer, onOther, onDone }: ChooseChildrenProps) {
  const { t } = useWords();
  const say = useToast();
  const [chosen, setChosen] = useState<readonly string[]>(carer.children.map(({ id }) => id));
  const [answers, setAnswers] = useState<readonly Answer[]>([]);
  const signUp = useSignFamilyUp(activity.activity_id);
  const send = async () => {
    const made = await signUp.mutateAsync({ carerId: carer.id, studentIds: chosen, answers });
    say(
      made.state === 'waiting'
        ? t('registrations.waitsNow', { position: made.waiting_position ?? '' })
        : t('registrations.signedUpNow', { name: carer.name }),
    );
    onDone();
  };
  return (
    <div className={styles.stack}>
      <p>
        <strong>{carer.name}</strong> <span className={styles.soft}>{carer.masked_phone}</span>{' '}
        <Button type="link" onClick={onOther}>
          {t('registrations.otherCarer')}
        </Button>
      </p>
      <fieldset className={styles.choices}>
        <legend>{t('registrations.whichChildren')}</legend>
        <Checkbox.Group
          value={[...chosen]}
          onChange={(ids: string[]) => setChosen(ids)}
          options={carer.children.map(({ id, name, class_name }) => ({
            value: id,
            label: [name, class_name].filter(Boolean).join(' · '),
          }))}
        />
      </fieldset>
      <QuestionFields questions={activity.questions} answers={answers} onChange={setAnswers} />
      <ProblemLine error={signUp.error} />
      <Button
        type="primary"
        disabled={chosen.length === 0}
        loading={signUp.isPending}
        onClick={() => void send().catch(() => {})}
      >
        {t('registrations.signUpNow')}
      </Button>
    </div>
  );
}
