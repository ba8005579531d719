import { useState } from 'react';
import { Button } from '../../../shared/components/button.tsx';
import { BottomSheet } from '../../../shared/components/dialog.tsx';
import { useToast } from '../../../shared/components/toast.tsx';
import { ProblemLine } from '../../../shared/sign-in/problem-line.tsx';
import { useGo } from '../../links.ts';
import { useActivity, useChangeSession } from '../../queries/activities.ts';
import type { ActivityDetail, Registration } from '../../queries/answers.ts';
import { useWords } from '../../words/words.ts';
import { isOpen, SessionChoice } from './session-choice.tsx';

interface ChangeSessionProps {
  readonly activity: ActivityDetail;
  readonly registration: Registration;
}

/** Another time of the same activity, while a place is free there. Mine is kept until then. */
export function ChangeSession({ activity, registration }: ChangeSessionProps) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  if (!activity.part_of) return null;
  return (
    <>
      <Button kind="quiet" wide onClick={() => setAsking(true)}>
        {t('sessions.change')}
      </Button>
      <BottomSheet open={asking} onClose={() => setAsking(false)} title={t('sessions.changeTitle')}>
        <Others
          wholeId={activity.part_of.activity_id}
          activityId={activity.activity_id}
          registrationId={registration.id}
        />
      </BottomSheet>
    </>
  );
}

interface OthersProps {
  readonly wholeId: string;
  readonly activityId: string;
  readonly registrationId: string;
}

function Others({ wholeId, activityId, registrationId }: OthersProps) {
  const { t } = useWords();
  const say = useToast();
  const go = useGo();
  const sessions = useActivity(wholeId).data?.sessions ?? [];
  const change = useChangeSession(activityId);
  const [chosen, setChosen] = useState<string>();
  const free = sessions.filter(
    (one) => isOpen(one) && one.activity_id !== activityId && one.places_left !== 0,
  );
  if (free.length === 0) return <p>{t('sessions.noOther')}</p>;
  const send = async (to: string) => {
    await change.mutateAsync({ registrationId, to });
    say(t('sessions.changed'));
    await go({ to: '/activities/$activityId', params: { activityId: to }, replace: true });
  };
  return (
    <>
      <SessionChoice
        label={t('sessions.changeTitle')}
        sessions={free}
        chosen={chosen}
        onChosen={setChosen}
      />
      <ProblemLine error={change.error} />
      <Button
        wide
        busy={change.isPending}
        disabled={chosen === undefined}
        onClick={() => {
          send(chosen ?? '').catch(() => {
            // Shown above the button.
          });
        }}
      >
        {t('sessions.changeNow')}
      </Button>
    </>
  );
}
