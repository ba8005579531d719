import { carersOfStudents, nobody, theProgram } from '../../directory/index.ts';
import { type District, newId, type WriteTransaction } from '../../platform/index.ts';
import { type FamilyTotal, holdBalances, totalsOfStudents } from '../points/index.ts';
import { numberPrefixAt } from './decide.ts';
import { type Asked, countedOf } from './rules/threshold.ts';
import {
  type CertificateRow,
  insertDue,
  insertEvents,
  isAnyOutOfTime,
  moveTo,
  takeOutOfTime,
} from './store/certificates.ts';
import { tellFamilies } from './tell-family.ts';
import { type PlannedRule, plannedRulesOn, whatIsAsked } from './what-is-asked.ts';

const CERTIFICATES_A_STEP = 100;

/**
 * A certificate whose time is over is renewed where the family stands above what is asked on that day; else it
 * ends, and the counter renews it with the deed that reaches the score. Gives how many it looked at.
 */
export async function endCertificates({ database, plan, clock }: District): Promise<number> {
  const at = clock();
  if (!(await database.read(nobody, (transaction) => isAnyOutOfTime(transaction, at)))) return 0;
  const rules = plannedRulesOn(plan, at);
  return database.count(async (transaction) => {
    await holdBalances(transaction);
    const out = await takeOutOfTime(transaction, at, CERTIFICATES_A_STEP);
    const students = out.map(({ student_id }) => student_id);
    const totals = await totalsOfStudents(transaction, students);
    const families = new Map(totals.map((total) => [total.student, total]));
    const looks: Look[] = [];
    for (const rule of rules) {
      const askedFor = await whatIsAsked(transaction, rule, totals, at);
      const own = out.filter(({ kind }) => kind === rule.id);
      looks.push(...own.map((row) => look(row, rule, askedFor, families.get(row.student_id))));
    }
    const known = new Set(rules.map(({ id }) => id));
    for (const row of out.filter(({ kind }) => !known.has(kind))) looks.push({ row, total: 0 });
    for (const rule of rules) await renew(transaction, rule, looks, at);
    const ending = looks.filter(({ renewed }) => !renewed);
    await moveTo(
      transaction,
      'ended',
      ending.map(({ row }) => row.id),
    );
    await insertEvents(
      transaction,
      ending.map(({ row, total }) => ({ certificate: row.id, event: 'ended', total })),
      at,
    );
    const carers = await database.read(theProgram, (reading) =>
      carersOfStudents(reading, students),
    );
    const news = ending.map(({ row: { id, student_id } }) => {
      const own = carers.filter(({ student }) => student === student_id);
      const people = own.map(({ carer, student }) => ({ person: carer, student }));
      return { certificate: id, kind: 'ended' as const, deed: '', people };
    });
    await tellFamilies(transaction, news, at);
    return out.length;
  });
}

interface Look {
  readonly row: CertificateRow;
  /** What counts of the family's points. */
  readonly total: number;
  /** What it is renewed by; missing: it ends. */
  readonly renewed?: Asked & { readonly rule: PlannedRule };
}

function look(
  row: CertificateRow,
  rule: PlannedRule,
  askedFor: (family: FamilyTotal) => Asked,
  family: FamilyTotal | undefined,
): Look {
  if (!family) return { row, total: 0 };
  const ask = askedFor(family);
  const total = countedOf(ask.counted, family.shares);
  return total < ask.asked ? { row, total } : { row, total, renewed: { ...ask, rule } };
}

async function renew(
  transaction: WriteTransaction,
  rule: PlannedRule,
  looks: readonly Look[],
  at: Date,
): Promise<void> {
  const renewed = looks.flatMap(({ row, total, renewed: by }) => {
    if (by?.rule !== rule) return [];
    const { asked, counted, because } = by;
    return [
      {
        ...{ certificate: newId(), student: row.student_id, replaces: row.id, total },
        ...{ threshold: rule.threshold, asked, counted, because },
      },
    ];
  });
  await insertDue(transaction, rule.id, numberPrefixAt(rule, at), renewed);
  await insertEvents(
    transaction,
    renewed.flatMap(({ certificate, replaces, total }) => [
      { certificate: replaces, event: 'replaced' as const },
      { certificate, event: 'renewed' as const, total },
    ]),
    at,
  );
}
