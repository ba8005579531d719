import { theProgram } from '../../directory/index.ts';
import { settle } from '../../notices/index.ts';
import type { District, WriteTransaction } from '../../platform/index.ts';
import { MOST_LAPSES_A_ROUND } from './limits.ts';
import { moveUpWaiting } from './move-up-waiting.ts';
import { takeActivity, updatePlaces } from './store/activities.ts';
import { lapseOffersOf, listActivitiesWithLapsed } from './store/registrations.ts';
import { tellFamilies } from './tell-families.ts';

/**
 * Takes back the places that nobody accepted in time, tells the families, and offers each to the next who waits.
 * Gives how many it took back. A step of the background; one transaction an activity, under its lock.
 */
export async function lapseOffers({ database, clock }: District): Promise<number> {
  const at = clock();
  const activities = await database.read(theProgram, (transaction) =>
    listActivitiesWithLapsed(transaction, at, MOST_LAPSES_A_ROUND),
  );
  let lapsed = 0;
  for (const id of activities) {
    lapsed += await database.write(theProgram, (transaction) => lapseAt(transaction, id, at));
  }
  return lapsed;
}

async function lapseAt(transaction: WriteTransaction, id: string, at: Date): Promise<number> {
  const activity = await takeActivity(transaction, id);
  if (activity.state !== 'published') return 0;
  const { lapsed, people } = await lapseOffersOf(transaction, id, at);
  if (lapsed === 0) return 0;
  const freed = { ...activity, places_taken: activity.places_taken - lapsed };
  await updatePlaces(transaction, freed);
  const carers = people.map(({ person }) => person);
  await settle(transaction, { subject: id, kinds: ['offered'], people: carers }, at);
  const deed = activity.last_queue_number;
  await tellFamilies(transaction, activity, { kind: 'offer-lapsed', deed, people, at });
  await moveUpWaiting(transaction, freed, at);
  return lapsed;
}
