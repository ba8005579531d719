import { useState } from 'react';
import { EmptyState } from '../../../shared/components/empty-state.tsx';
import { OnwardIcon } from '../../../shared/icons.tsx';
import { useSignedIn } from '../../../shared/queries/me.ts';
import { Link } from '../../links.ts';
import { useKinds } from '../../queries/activities.ts';
import type { ActivityDetail, Session } from '../../queries/answers.ts';
import { useWords } from '../../words/words.ts';
import list from '../parts/list.module.css';
import { Section } from '../parts/section.tsx';
import { BookSlot } from './book-slot.tsx';
import { isOpen, SessionChoice, SessionLine } from './session-choice.tsx';
import { SignUp } from './sign-up.tsx';

/** An activity that is held in sessions: mine, and those to choose from. */
export function Sessions({ activity }: { readonly activity: ActivityDetail }) {
  const mine = activity.sessions.filter(({ registration }) => registration !== null);
  const kind = useKinds().data?.items.find(({ id }) => id === activity.kind);
  const mayChoose = mine.length === 0 || kind?.sessions === 'several';
  return (
    <>
      {mine.length > 0 && <Mine sessions={mine} />}
      {mayChoose && <Choose activity={activity} />}
    </>
  );
}

function Mine({ sessions }: { readonly sessions: readonly Session[] }) {
  const { t } = useWords();
  return (
    <Section title={t('sessions.mine')}>
      <ul className={list.list}>
        {sessions.map((session) => (
          <li key={session.activity_id}>
            <Link
              to="/activities/$activityId"
              params={{ activityId: session.activity_id }}
              className={list.row ?? ''}
            >
              <SessionLine session={session} />
              <OnwardIcon size={1.1} />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Choose({ activity }: { readonly activity: ActivityDetail }) {
  const { t } = useWords();
  const { children } = useSignedIn();
  // Nobody waits for a private slot: what is taken is not offered.
  const open = activity.sessions.filter(
    (one) =>
      isOpen(one) && one.registration === null && !(activity.is_private && one.places_left === 0),
  );
  const [chosen, setChosen] = useState<string>();
  const session = open.find((one) => one.activity_id === chosen);
  const fitting = children.filter(({ id }) => activity.student_ids.includes(id));
  if (activity.state !== 'published') return null;
  if (open.length === 0) {
    return <EmptyState title={t('sessions.none')} text={t('sessions.noneText')} />;
  }
  return (
    <Section title={t('sessions.choose')}>
      <SessionChoice
        label={t('sessions.choose')}
        sessions={open}
        chosen={chosen}
        onChosen={setChosen}
      />
      {session && fitting.length > 0 && !activity.is_private && (
        <SignUp
          key={session.activity_id}
          place={session}
          questions={activity.questions}
          childrenOfMine={fitting}
        />
      )}
      {session && fitting.length > 0 && activity.is_private && (
        <BookSlot key={session.activity_id} slotId={session.activity_id} childrenOfMine={fitting} />
      )}
    </Section>
  );
}
