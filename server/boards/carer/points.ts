import { type FamilyScore, scoresOf } from '../../counting/certificates/index.ts';
import { balancesOf } from '../../counting/points/index.ts';
import { listReliefsOfCarer, shownRelief } from '../../counting/reliefs/index.ts';
import {
  type ChildOfCarer,
  childrenOfCarers,
  namesOfPeople,
  readerOf,
  requireMay,
  theProgram,
  type Who,
} from '../../directory/index.ts';
import type { Call, District } from '../../platform/index.ts';
import { listTodaysOf } from '../../records/activities/index.ts';
import { aheadOf, comingFor } from './coming.ts';
import { latestOf } from './entries.ts';

/** How many of my newest entries stand with the totals. */
const LATEST = 3;

/** What I and my children's other carers have earned, child by child, and what would bring more (2.4.1). */
export async function showMyPoints(district: District, who: Who, call: Call) {
  requireMay(who, 'points.read', { person: who.person });
  // As the program: what is asked of the family goes by all its carers, and names none of them.
  const scores = await district.database.read(theProgram, (transaction) =>
    scoresOf(transaction, district.plan, who.children, call.at),
  );
  const read = await district.database.read(readerOf(who), async (transaction) => {
    const children = await childrenOfCarers(transaction, [who.person]);
    const raising = [...scores.values()].flatMap((score) => score.carers);
    const carers = [...new Set([who.person, ...raising])];
    return {
      children,
      names: await namesOfPeople(transaction, carers),
      balances: await balancesOf(transaction, carers),
      latest: await latestOf(transaction, district.plan, who.person, LATEST),
      reliefs: await listReliefsOfCarer(transaction, who.person),
      own: await listTodaysOf(transaction, [who.person], call.at, aheadOf(call.at)),
    };
  });
  return {
    balance: read.balances.get(who.person) ?? 0,
    children: read.children.map((child) =>
      progressOf(child, scores.get(child.student), (carer) => ({
        carer_id: carer,
        name: read.names.get(carer) ?? '',
        balance: read.balances.get(carer) ?? 0,
        is_me: carer === who.person,
      })),
    ),
    reliefs: read.reliefs.map((relief) => shownRelief(district.sealing, relief)),
    latest: read.latest,
    coming: await comingFor(district, read.children, read.own, call.at),
  };
}

function progressOf<Share>(
  { student, name }: ChildOfCarer,
  score: FamilyScore | undefined,
  shareOf: (carer: string) => Share,
) {
  const {
    total = 0,
    asked = 0,
    missing = 0,
    counted = 'sum',
    because = [],
    carers = [],
    usual = 0,
  } = score ?? {};
  return {
    student_id: student,
    name,
    ...{ total, threshold: asked, missing, usual, counted, because: [...because] },
    carers: carers.map(shareOf),
  };
}
