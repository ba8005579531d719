import type { ActivityRoleName } from '../../plan/index.ts';
import { newId, type WriteTransaction } from '../../platform/index.ts';
import { RegisteredSeparately } from './refusals.ts';
import { placeHousehold } from './rules/household.ts';
import { updatePlaces } from './store/activities.ts';
import {
  addCarer,
  addStudents,
  insertRegistration,
  listHouseholds,
  type Registration,
  updateRole,
} from './store/registrations.ts';
import type { Activity } from './tables.ts';

export interface Guests {
  readonly carer: string;
  readonly students: readonly string[];
  readonly role: ActivityRoleName;
  /** Someone who is registered already keeps the part they play. */
  readonly keepsRole: boolean;
}

/**
 * Gives a household its place at an activity, or its place in the waiting list, and writes it down. The caller
 * holds the activity, so that the last place is given once.
 */
export async function seatHousehold(
  transaction: WriteTransaction,
  activity: Activity,
  { carer, students, role, keepsRole }: Guests,
  { by, at }: { by: string; at: Date },
): Promise<Registration> {
  const households = await listHouseholds(transaction, activity.id, { carer, students });
  const placing = placeHousehold({ carer, students }, households, activity);
  if (placing.is === 'separate') throw RegisteredSeparately();

  if (placing.is === 'join') {
    const household = households.find((one) => one.registration === placing.registration);
    if (!household) throw new Error('A household that was found cannot be missing.');
    const joining = { activity: activity.id, registration: household.registration, at };
    if (placing.isNewCarer) await addCarer(transaction, joining, carer, role);
    else if (!keepsRole) await updateRole(transaction, household.registration, carer, role);
    await addStudents(transaction, joining, placing.newStudents);
    return {
      ...household,
      carers: placing.isNewCarer ? [...household.carers, carer] : household.carers,
      students: [...household.students, ...placing.newStudents],
    };
  }

  const queueNumber = activity.last_queue_number + 1;
  const { state } = placing;
  const placesTaken = activity.places_taken + (state === 'registered' ? 1 : 0);
  const registration = newId();
  await Promise.all([
    updatePlaces(transaction, {
      ...activity,
      places_taken: placesTaken,
      last_queue_number: queueNumber,
    }),
    insertRegistration(transaction, {
      id: registration,
      activity: activity.id,
      state,
      queueNumber,
      carer,
      role,
      students,
      madeBy: by,
      at,
    }),
  ]);
  return {
    registration,
    state,
    queue_number: queueNumber,
    offer_ends_at: null,
    carers: [carer],
    students,
  };
}
