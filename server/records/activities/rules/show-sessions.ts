import type { Session } from '../shapes.ts';
import type { RegistrationState } from '../states.ts';
import type { SessionCounts } from '../store/sessions.ts';
import type { Activity } from '../tables.ts';
import { placesLeft } from './household.ts';

/** A session as the page of its activity shows it; counts are for the host's staff. */
export function sessionShown(
  session: Activity,
  registration: RegistrationState | undefined,
  counts: SessionCounts | undefined,
  { names, hasTeam }: { names: ReadonlyMap<string, string>; hasTeam: boolean },
): Session {
  return {
    activity_id: session.id,
    label: session.label,
    team: session.team,
    has_team: hasTeam,
    leader: (session.led_by && names.get(session.led_by)) ?? null,
    begins_at: session.begins_at.toISOString(),
    ends_at: session.ends_at.toISOString(),
    place: session.place,
    state: session.state,
    version: session.version,
    capacity: session.capacity,
    places_left: placesLeft(session),
    registration: registration ?? null,
    desk: counts
      ? { registered: counts.registered, waiting: counts.waiting, entered: counts.entered }
      : null,
  };
}
