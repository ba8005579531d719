import { Button } from 'antd';
import { useState } from 'react';
import { useToast } from '../../../shared/components/toast.tsx';
import { Link } from '../../links.ts';
import { useActivity } from '../../queries/activities.ts';
import { useChangeSession } from '../../queries/sessions.ts';
import type { ActivityDetail, Session } from '../../queries/shapes.ts';
import { useWords } from '../../words/words.ts';
import { Note, Section } from '../parts/section.tsx';
import { Sheet } from '../parts/sheet.tsx';
import styles from './activity.module.css';
import { SessionForm, sessionDraftOf } from './session-form.tsx';

/** On the page of a session: the way back to all of them, and changing this one. */
export function OfWhole({ activity }: { readonly activity: ActivityDetail }) {
  return activity.part_of ? <Whole session={activity} whole={activity.part_of} /> : null;
}

interface WholeProps {
  readonly session: ActivityDetail;
  readonly whole: NonNullable<ActivityDetail['part_of']>;
}

function Whole({ session, whole }: WholeProps) {
  const { t } = useWords();
  const [changing, setChanging] = useState(false);
  const all = useActivity(whole.activity_id).data;
  const line = all?.sessions.find((one) => one.activity_id === session.activity_id);
  const mayChange =
    line !== undefined &&
    session.state !== 'finished' &&
    session.state !== 'cancelled' &&
    (all?.desk?.actions.includes('change') ?? false);
  return (
    <Section
      title={t('sessions.ofWhole')}
      action={
        mayChange && <Button onClick={() => setChanging(true)}>{t('sessions.change')}</Button>
      }
    >
      <Link to="/activities/$activityId" params={{ activityId: whole.activity_id }}>
        {whole.title}
      </Link>
      {line && (
        <ChangeSheet
          session={session}
          line={line}
          open={changing}
          onClose={() => setChanging(false)}
        />
      )}
    </Section>
  );
}

interface ChangeSheetProps {
  readonly session: ActivityDetail;
  readonly line: Session;
  readonly open: boolean;
  readonly onClose: () => void;
}

function ChangeSheet({ session, line, open, onClose }: ChangeSheetProps) {
  const { t } = useWords();
  const say = useToast();
  const change = useChangeSession(session.activity_id);
  const told = session.desk?.carers ?? 0;
  return (
    <Sheet open={open} onClose={onClose} title={t('sessions.change')}>
      {session.state === 'published' && <Note>{t('activity.changeTells', { count: told })}</Note>}
      <div className={styles.changing}>
        <SessionForm
          session={sessionDraftOf(session, line.label, line.team)}
          submitWord={t('activityForm.saveChange')}
          busy={change.isPending}
          error={change.error}
          onSubmit={async ({ minutes: _, pause: __, ...written }) => {
            await change.mutateAsync({ ...written, version: session.version });
            say(t('activityForm.savedChange'));
            onClose();
          }}
        />
      </div>
    </Sheet>
  );
}
