import { balancesOf, type FamilyTotal, totalsOfStudents } from '../../counting/points/index.ts';
import {
  type ChildOfCarer,
  childrenOfCarers,
  namesOfPeople,
  readerOf,
  requireMay,
  type Who,
} from '../../directory/index.ts';
import type { Call, District } from '../../platform/index.ts';
import { listTodaysOf } from '../../records/activities/index.ts';
import { aheadOf, comingFor } from './coming.ts';
import { latestOf } from './entries.ts';
import { missingTo, thresholdOn } from './rules/progress.ts';

/** How many of my newest entries stand with the totals. */
const LATEST = 3;

/** What I and my children's other carers have earned, child by child, and what would bring more (2.4.1). */
export async function showMyPoints(district: District, who: Who, call: Call) {
  requireMay(who, 'points.read', { person: who.person });
  const threshold = thresholdOn(district.plan, call.at);
  const read = await district.database.read(readerOf(who), async (transaction) => {
    const children = await childrenOfCarers(transaction, [who.person]);
    const students = children.map(({ student }) => student);
    const totals = await totalsOfStudents(transaction, students);
    const carers = [...new Set([who.person, ...totals.flatMap((total) => total.carers)])];
    return {
      children,
      totals: new Map(totals.map((total) => [total.student, total])),
      names: await namesOfPeople(transaction, carers),
      balances: await balancesOf(transaction, carers),
      latest: await latestOf(transaction, district.plan, who.person, LATEST),
      own: await listTodaysOf(transaction, [who.person], call.at, aheadOf(call.at)),
    };
  });
  return {
    balance: read.balances.get(who.person) ?? 0,
    children: read.children.map((child) =>
      progressOf(child, read.totals.get(child.student), threshold, (carer) => ({
        carer_id: carer,
        name: read.names.get(carer) ?? '',
        balance: read.balances.get(carer) ?? 0,
        is_me: carer === who.person,
      })),
    ),
    latest: read.latest,
    coming: await comingFor(district, read.children, read.own, call.at),
  };
}

function progressOf<Share>(
  { student, name }: ChildOfCarer,
  total: FamilyTotal | undefined,
  threshold: number,
  shareOf: (carer: string) => Share,
) {
  const amount = total?.amount ?? 0;
  return {
    student_id: student,
    name,
    total: amount,
    threshold,
    missing: missingTo(threshold, amount),
    carers: (total?.carers ?? []).map(shareOf),
  };
}
