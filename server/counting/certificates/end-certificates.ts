import { carersOfStudents, nobody, theProgram } from '../../directory/index.ts';
import { type CertificateRule, certificateRulesOn, dateInShanghai } from '../../plan/index.ts';
import { type District, newId, type WriteTransaction } from '../../platform/index.ts';
import { holdBalances, totalsOfStudents } from '../points/index.ts';
import { numberPrefixAt } from './decide.ts';
import {
  type CertificateRow,
  insertDue,
  insertEvents,
  isAnyOutOfTime,
  moveTo,
  takeOutOfTime,
} from './store/certificates.ts';
import { tellFamilies } from './tell-family.ts';

const CERTIFICATES_A_STEP = 100;

/**
 * A certificate whose time is over is renewed where the family stands above what is asked on that day; else it
 * ends, and the counter renews it with the deed that reaches the score. Gives how many it looked at.
 */
export async function endCertificates({ database, plan, clock }: District): Promise<number> {
  const at = clock();
  if (!(await database.read(nobody, (transaction) => isAnyOutOfTime(transaction, at)))) return 0;
  const rules = new Map(
    certificateRulesOn(plan, dateInShanghai(at)).map((rule) => [rule.id, rule]),
  );
  return database.count(async (transaction) => {
    await holdBalances(transaction);
    const out = await takeOutOfTime(transaction, at, CERTIFICATES_A_STEP);
    const students = out.map(({ student_id }) => student_id);
    const totals = new Map(
      (await totalsOfStudents(transaction, students)).map(({ student, amount }) => [
        student,
        amount,
      ]),
    );
    const looks = out.map((row) => look(row, rules.get(row.kind), totals.get(row.student_id) ?? 0));
    for (const rule of rules.values()) await renew(transaction, rule, looks, at);
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
  readonly total: number;
  /** The rule by which it is renewed. */
  readonly renewed: CertificateRule | undefined;
}

function look(row: CertificateRow, rule: CertificateRule | undefined, total: number): Look {
  return { row, total, renewed: rule && total >= rule.threshold ? rule : undefined };
}

async function renew(
  transaction: WriteTransaction,
  rule: CertificateRule,
  looks: readonly Look[],
  at: Date,
): Promise<void> {
  const renewed = looks
    .filter((one) => one.renewed === rule)
    .map(({ row, total }) => ({
      ...{ certificate: newId(), student: row.student_id, replaces: row.id, total },
      threshold: rule.threshold,
    }));
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
