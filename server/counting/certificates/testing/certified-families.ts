import { theProgram } from '../../../directory/index.ts';
import { type FactStatement, inStep, settle, stateFacts } from '../../../facts/index.ts';
import type { District } from '../../../platform/index.ts';
import type { TestApp } from '../../../testing/test-app.ts';
import type { Place } from '../../../testing/test-people.ts';
import { pointsCounter } from '../../points/index.ts';
import { certificatesCounter, endCertificates, issueDueCertificates } from '../index.ts';

export interface CertifiedFamily {
  readonly child: string;
  readonly carer: string;
  /** Of the deeds that earned it. */
  readonly sources: readonly string[];
}

/** Counts, ends and signs what there is. */
export async function settleCertificates(here: TestApp, district = here.district): Promise<void> {
  const { plan, clock }: District = district;
  await settle(here.database, [
    inStep(pointsCounter(plan, clock), certificatesCounter(plan, clock)),
  ]);
  while ((await endCertificates(district)) > 0);
  while ((await issueDueCertificates(district)) > 0);
}

/** A child whose mother went to enough lectures for a certificate; it is decided when the counters come by. */
export async function certifiedFamily(
  here: TestApp,
  name: string,
  schoolClass: Place,
): Promise<CertifiedFamily> {
  const child = await here.people.student(name, schoolClass);
  const carer = await here.people.adult(`${name}的妈妈`);
  await here.people.guardianship(carer, child);
  const linked: FactStatement = {
    kind: 'family.linked',
    at: new Date('2024-09-01T00:00:00Z'),
    organisation: schoolClass.id,
    subject: carer,
    quantity: 1,
    source: `family.linked:${carer}:${child}`,
    attributes: { student: child },
  };
  const terms = ['2024-09-07', '2025-03-01', '2025-09-06', '2026-03-07'];
  const attended = terms.flatMap((begin) => lectures(carer, schoolClass, begin));
  await here.database.write(theProgram, (transaction) =>
    stateFacts(transaction, [linked, ...attended]),
  );
  return { child, carer, sources: attended.map(({ source }) => source) };
}

/** Ten lectures of two hours, one a week. */
export function lectures(carer: string, schoolClass: Place, begin: string): FactStatement[] {
  return Array.from({ length: 10 }, (_, week) => {
    const at = new Date(Date.parse(`${begin}T06:00:00Z`) + week * 7 * 86_400_000);
    return {
      kind: 'activity.attended',
      at,
      organisation: schoolClass.id,
      subject: carer,
      quantity: 120,
      source: `attendance:${carer}:${at.toISOString()}`,
      attributes: { kind: 'guidance-lecture', counts_as: 'guidance', host_kind: 'school' },
    };
  });
}
