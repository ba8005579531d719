import { MINUTES_DOORS_OPEN_BEFORE } from '../limits.ts';
import type { RegistrationState } from '../states.ts';
import type { Attendance, Helper } from '../tables.ts';
import type { Times } from './presence.ts';

export const exceptionCodes = [
  'helper-not-seen',
  'not-seen',
  'not-registered',
  'no-exit',
  'short-stay',
  'by-hand',
] as const;
export type ExceptionCode = (typeof exceptionCodes)[number];

export interface Exception {
  readonly code: ExceptionCode;
  readonly carer: string;
  readonly registration: string | null;
  readonly attendance: string | null;
  readonly minutes: number | null;
}

/** A household as the confirmation needs it. */
export interface SignedUpHousehold {
  readonly registration: string;
  readonly state: RegistrationState;
  readonly made_at: Date;
  readonly made_by: string;
  readonly carers: readonly string[];
}

/** Who stayed for less than this share of the time planned is worth a look. */
const SHORT = 0.5;

/** What a host should look at before saying that all others are right; each person once, most telling first. Pure. */
export function exceptionsOf(
  times: Times,
  {
    households,
    attendances,
    helpers,
  }: {
    households: readonly SignedUpHousehold[];
    attendances: readonly Attendance[];
    helpers: readonly Helper[];
  },
): Exception[] {
  const came = new Map(attendances.map((one) => [one.carer_id, one]));
  const byId = new Map(households.map((one) => [one.registration, one]));
  const named = helpers.filter(({ part }) => part !== 'door').map(({ person_id }) => person_id);
  const notSeen = [
    ...named
      .filter((person) => !came.has(person))
      .map((carer) => absent('helper-not-seen', carer, null)),
    ...households.flatMap((household) => {
      const [first] = household.carers.filter((carer) => !named.includes(carer));
      const somebody = household.carers.some((carer) => came.has(carer));
      if (household.state !== 'registered' || somebody || first === undefined) return [];
      return [absent('not-seen', first, household.registration)];
    }),
  ];
  const seen = attendances.flatMap((attendance) => {
    const code = codeOf(times, attendance, {
      household: byId.get(attendance.registration_id ?? ''),
      isNamed: named.includes(attendance.carer_id),
    });
    if (code === undefined) return [];
    const { id, carer_id: carer, registration_id: registration, minutes } = attendance;
    return [{ code, carer, registration, attendance: id, minutes }];
  });
  const order = (one: Exception) => exceptionCodes.indexOf(one.code);
  return [...notSeen, ...seen].sort((one, other) => order(one) - order(other));
}

function absent(code: ExceptionCode, carer: string, registration: string | null): Exception {
  return { code, carer, registration, attendance: null, minutes: null };
}

/** What is unusual of somebody who was there; nothing once a person has looked and corrected. */
function codeOf(
  times: Times,
  { carer_id, minutes, version, entry_method, exit_method }: Attendance,
  { household, isNamed }: { household: SignedUpHousehold | undefined; isNamed: boolean },
): ExceptionCode | undefined {
  if (version > 1) return undefined;
  const doors = times.begins_at.getTime() - MINUTES_DOORS_OPEN_BEFORE * 60_000;
  const atTheDoor =
    household !== undefined &&
    household.made_by !== carer_id &&
    household.made_at.getTime() >= doors;
  if (!isNamed && (household?.state !== 'registered' || atTheDoor)) return 'not-registered';
  if (minutes === null) return 'no-exit';
  const planned = (times.ends_at.getTime() - times.begins_at.getTime()) / 60_000;
  // By a whole entry the minutes are the plan's, and by the finish the planned end's.
  if (exit_method !== null && exit_method !== 'finish' && minutes < planned * SHORT) {
    return 'short-stay';
  }
  const scanned = entry_method === 'pass' || entry_method === 'hall-code';
  return scanned || isNamed ? undefined : 'by-hand';
}
