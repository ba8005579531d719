import type { ActivityRoleName, Plan } from '../../plan/index.ts';
import { newId, Refusal, type WriteTransaction } from '../../platform/index.ts';
import { RegisteredSeparately } from './refusals.ts';
import { placeHousehold } from './rules/household.ts';
import { BookPrivately, ChooseASession, InAnotherSession } from './session-refusals.ts';
import { updatePlaces } from './store/activities.ts';
import { listHouseholds, type Registration } from './store/registrations.ts';
import { type Seating, writeSeating } from './store/seating.ts';
import { findInOtherSessions } from './store/sessions.ts';
import type { Activity } from './tables.ts';
import { ranksOf } from './waiting-line.ts';

export interface Guests {
  readonly carer: string;
  readonly students: readonly string[];
  readonly role: ActivityRoleName;
  /** Someone who is registered already keeps the part they play. */
  readonly keepsRole: boolean;
  /** Whether a child of theirs is of a group that goes first; true where there is none. */
  readonly isInGroup: boolean;
  /** Who signs them up, and when. */
  readonly by: string;
  readonly at: Date;
}

/**
 * Gives households their places at an activity, or their places in the waiting list, one after the other in the
 * order given, and writes them down together. The caller holds the activity, so that the last place is given once.
 *
 * Cost: one statement before (one more for a session), two for those who wait, five after, whatever the number of
 * households.
 */
export async function seatHouseholds(
  transaction: WriteTransaction,
  plan: Plan,
  activity: Activity,
  guests: readonly Guests[],
): Promise<(Registration | Refusal)[]> {
  const people = {
    carers: guests.map(({ carer }) => carer),
    students: guests.flatMap(({ students }) => students),
  };
  const [known, elsewhere] = await Promise.all([
    listHouseholds(transaction, activity.id, people),
    activity.excludes_others ? findInOtherSessions(transaction, activity, people) : undefined,
  ]);
  const seats = new Seats(activity, known, elsewhere);
  const seated = guests.map((one) => seats.seat(one));
  seats.rank(await ranksOf(transaction, plan, activity, seats.waiting));
  const { places_taken, last_queue_number } = seats.places;
  await Promise.all([
    last_queue_number === activity.last_queue_number
      ? undefined
      : updatePlaces(transaction, { ...activity, places_taken, last_queue_number }),
    writeSeating(transaction, activity.id, seats.written),
  ]);
  return seated.map((one) => (one instanceof Refusal ? one : seats.asTheyStand(one)));
}

/** The households of an activity as they fill it, and what is to be written of that. */
class Seats {
  readonly places: { capacity: number | null; places_taken: number; last_queue_number: number };
  readonly seating: Seating = { registrations: [], carers: [], students: [], roles: [] };
  /** Those who have just joined the waiting list. */
  readonly waiting: (Guests & { registration: string })[] = [];
  /** By id, in the order of numbers. */
  readonly #households = new Map<string, Registration>();
  /** In which of them somebody stands. */
  readonly #of = new Map<string, Set<string>>();

  readonly #hasSessions: boolean;
  readonly #isPrivate: boolean;
  /** Who has another session, where a household has one: its title. */
  readonly #elsewhere: ReadonlyMap<string, string>;

  constructor(activity: Activity, known: Registration[], elsewhere = new Map<string, string>()) {
    const { capacity, places_taken, last_queue_number } = activity;
    this.places = { capacity, places_taken, last_queue_number };
    this.#hasSessions = activity.has_sessions;
    this.#isPrivate = activity.is_private;
    this.#elsewhere = elsewhere;
    for (const one of known) this.#keep(one);
  }

  /** The registration in which they stand now. */
  seat(guests: Guests): string | Refusal {
    const { carer, students } = guests;
    if (this.#hasSessions) return ChooseASession();
    if (this.#isPrivate) return BookPrivately();
    const other = [carer, ...students].find((person) => this.#elsewhere.has(person));
    if (other !== undefined) {
      const title = this.#elsewhere.get(other) ?? '';
      return InAnotherSession({ detail: { zh: title, en: title } });
    }
    const theirs = [carer, ...students].flatMap((person) => [...(this.#of.get(person) ?? [])]);
    const households = [...new Set(theirs)].map((id) => this.asTheyStand(id));
    const placing = placeHousehold({ carer, students }, households, this.places);
    if (placing.is === 'separate') return RegisteredSeparately();
    if (placing.is === 'new') return this.#open(guests, placing.state);
    this.#join(guests, this.asTheyStand(placing.registration), placing);
    return placing.registration;
  }

  asTheyStand(registration: string): Registration {
    const household = this.#households.get(registration);
    if (!household) throw new Error('A household that was seated cannot be missing.');
    return household;
  }

  /** Puts those who wait where they belong. */
  rank(ranks: readonly number[]): void {
    this.waiting.forEach(({ registration }, index) => {
      const household = this.asTheyStand(registration);
      this.#households.set(registration, { ...household, waiting_rank: ranks[index] ?? 0 });
    });
  }

  /** What is to be written; known once those who wait are ranked. */
  get written(): Seating {
    const registrations = this.seating.registrations.map((one) => ({
      ...one,
      waiting_rank: this.asTheyStand(one.registration).waiting_rank,
    }));
    return { ...this.seating, registrations };
  }

  #open(guests: Guests, state: 'registered' | 'waiting'): string {
    const { carer, students, role, by, at } = guests;
    const registration = newId();
    if (state === 'waiting') this.waiting.push({ ...guests, registration });
    this.places.last_queue_number += 1;
    if (state === 'registered') this.places.places_taken += 1;
    const queue_number = this.places.last_queue_number;
    this.seating.registrations.push({
      registration,
      state,
      queue_number,
      waiting_rank: 0,
      by,
      at,
    });
    this.seating.carers.push({ registration, carer, role, at });
    for (const student of students) this.seating.students.push({ registration, student, at });
    this.#keep({
      registration,
      state,
      queue_number,
      waiting_rank: 0,
      offer_ends_at: null,
      carers: [carer],
      students,
    });
    return registration;
  }

  #join(
    { carer, role, keepsRole, at }: Guests,
    household: Registration,
    { isNewCarer, newStudents }: { isNewCarer: boolean; newStudents: readonly string[] },
  ): void {
    const { registration } = household;
    if (isNewCarer) this.seating.carers.push({ registration, carer, role, at });
    else if (!keepsRole) this.seating.roles.push({ registration, carer, role });
    for (const student of newStudents) this.seating.students.push({ registration, student, at });
    this.#keep({
      ...household,
      carers: isNewCarer ? [...household.carers, carer] : household.carers,
      students: [...household.students, ...newStudents],
    });
  }

  #keep(household: Registration): void {
    this.#households.set(household.registration, household);
    for (const person of [...household.carers, ...household.students]) {
      const held = this.#of.get(person);
      if (held) held.add(household.registration);
      else this.#of.set(person, new Set([household.registration]));
    }
  }
}
