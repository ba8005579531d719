import { useId } from 'react';
import type { Session } from '../../queries/answers.ts';
import { useWords } from '../../words/words.ts';
import { Tag, Tags } from '../parts/tag.tsx';
import { useWhen } from '../parts/when.ts';
import styles from './activity.module.css';

interface SessionChoiceProps {
  readonly label: string;
  readonly sessions: readonly Session[];
  readonly chosen: string | undefined;
  readonly onChosen: (sessionId: string) => void;
}

/** One of the sessions: a press on the whole line. */
export function SessionChoice({ label, sessions, chosen, onChosen }: SessionChoiceProps) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className="spoken">{label}</legend>
      {sessions.map((session) => (
        <label key={session.activity_id} className={styles.child}>
          <input
            type="radio"
            name={name}
            checked={session.activity_id === chosen}
            onChange={() => onChosen(session.activity_id)}
          />
          <SessionLine session={session} />
        </label>
      ))}
    </fieldset>
  );
}

/** When it is, what it is called, and whether a place is free. */
export function SessionLine({ session }: { readonly session: Session }) {
  const when = useWhen();
  const { t } = useWords();
  const { leader, has_team: hasTeam } = session;
  const lead = leader && hasTeam ? t('team.leadIs', { name: leader }) : leader;
  const what = [lead, session.label, session.team, session.place].filter(Boolean).join(' · ');
  return (
    <span className={styles.session}>
      <span className={styles.childName}>{when(session.begins_at, session.ends_at)}</span>
      <span className={styles.childClass}>{what}</span>
      <Tags>
        <SessionState session={session} />
      </Tags>
    </span>
  );
}

function SessionState({ session }: { readonly session: Session }) {
  const { t } = useWords();
  const { registration, places_left: left } = session;
  if (registration === 'registered') return <Tag tone="mint">{t('activities.signedUp')}</Tag>;
  if (registration === 'waiting') return <Tag tone="amber">{t('activities.waiting')}</Tag>;
  if (registration === 'offered') return <Tag tone="amber">{t('activities.offered')}</Tag>;
  if (left === null) return null;
  if (left <= 0) return <Tag tone="amber">{t('activities.full')}</Tag>;
  return <Tag>{t('activities.places', { count: left })}</Tag>;
}

/** Those that one may still choose. */
export function isOpen({ state, begins_at }: Session): boolean {
  return state === 'published' && Date.parse(begins_at) > Date.now();
}
