import { useState } from 'react';
import { Button } from '../../../shared/components/button.tsx';
import { BottomSheet } from '../../../shared/components/dialog.tsx';
import { QuestionFields } from '../../../shared/components/question-fields.tsx';
import { useSayWhenDone } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useLanguage, useSharedWords } from '../../../shared/words/words.ts';
import { useChangeAnswers } from '../../queries/activities.ts';
import type { ActivityDetail, Registration } from '../../queries/answers.ts';
import { useWords } from '../../words/words.ts';
import { Paper } from '../parts/paper.tsx';
import { Terms } from '../parts/terms.tsx';
import styles from './activity.module.css';

interface MyAnswersProps {
  readonly activity: ActivityDetail;
  readonly registration: Registration;
}

/** What my family answered, and the way to answer anew while sign-up is open. */
export function MyAnswers({ activity, registration }: MyAnswersProps) {
  const { t } = useWords();
  const language = useLanguage();
  const [changing, setChanging] = useState(false);
  const { questions, answers } = activity;
  const closes = Date.parse(activity.registration_closes_at ?? activity.begins_at);
  if (questions.length === 0) return null;
  return (
    <Paper>
      <Terms
        rows={questions.map(({ id, label }) => ({
          term: label,
          value:
            answers
              .find(({ question_id: question }) => question === id)
              ?.values.join(language === 'en' ? ', ' : '、') ?? '—',
        }))}
      />
      {closes > Date.now() && (
        <Button kind="quiet" wide onClick={() => setChanging(true)}>
          {t('activity.changeAnswers')}
        </Button>
      )}
      <BottomSheet
        open={changing}
        onClose={() => setChanging(false)}
        title={t('activity.questions')}
      >
        <AnswersForm
          activity={activity}
          registration={registration}
          onDone={() => setChanging(false)}
        />
      </BottomSheet>
    </Paper>
  );
}

function AnswersForm({
  activity,
  registration,
  onDone,
}: MyAnswersProps & { readonly onDone: () => void }) {
  const { t } = useWords();
  const { t: shared } = useSharedWords();
  const sayWhenDone = useSayWhenDone();
  const [answers, setAnswers] = useState(activity.answers);
  const change = useChangeAnswers(activity.activity_id, registration.id);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        sayWhenDone(
          change.mutateAsync(answers, { onSuccess: onDone }),
          t('activity.answersChanged'),
        );
      }}
    >
      <QuestionFields questions={activity.questions} answers={answers} onChange={setAnswers} />
      <ProblemLine error={change.error} />
      <Button type="submit" wide busy={change.isPending}>
        {shared('do.save')}
      </Button>
    </form>
  );
}
