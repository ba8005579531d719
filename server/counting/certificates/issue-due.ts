import { carersOfStudents, findStudentsForPapers, theProgram } from '../../directory/index.ts';
import { certificateRule } from '../../plan/index.ts';
import type { District } from '../../platform/index.ts';
import { holdKeyInForce } from '../keys/index.ts';
import { createIssuer, type Issuer } from './credential/index.ts';
import { certificateInput, validUntil } from './rules/certificate-input.ts';
import { type CertificateRow, type Issued, storeIssued, takeDue } from './store/certificates.ts';
import { listReplacing } from './store/records.ts';
import { tellFamilies } from './tell-family.ts';

const CERTIFICATES_A_STEP = 100;

const issuers = new WeakMap<District['keys'], Issuer>();

/** The issuer of a district; its suites and contexts are made once for a key. */
export function issuerOf({ keys }: District): Issuer {
  const known = issuers.get(keys);
  if (known) return known;
  const made = createIssuer(keys);
  issuers.set(keys, made);
  return made;
}

/**
 * Signs certificates that the counter has decided. A crash between taking and storing signs them again later:
 * the row lock ends with the transaction, and nothing has left the house. Gives how many it signed.
 */
export async function issueDueCertificates(district: District): Promise<number> {
  const { database } = district;
  return database.count(async (transaction) => {
    if (!(await holdKeyInForce(transaction, district))) return 0;
    const due = await takeDue(transaction, CERTIFICATES_A_STEP);
    if (due.length === 0) return 0;
    const students = due.map((row) => row.student_id);
    // The counting role may not read children; the name comes through the directory's own door.
    const { children, carers } = await database.read(theProgram, async (reading) => ({
      children: await findStudentsForPapers(reading, students),
      carers: await carersOfStudents(reading, students),
    }));
    const issuedAt = district.clock();
    const issued = await Promise.all(
      due.map((row) => sign(district, row, children.get(row.student_id), issuedAt)),
    );
    await storeIssued(transaction, issued);
    const replacing = await listReplacing(
      transaction,
      due.map(({ id }) => id),
    );
    const news = due.map(({ id, student_id }) => {
      const own = carers.filter(({ student }) => student === student_id);
      const people = own.map(({ carer, student }) => ({ person: carer, student }));
      const kind = replacing.has(id) ? ('replaced' as const) : ('issued' as const);
      return { certificate: id, kind, deed: '', people };
    });
    await tellFamilies(transaction, news, issuedAt);
    return issued.length;
  });
}

async function sign(
  district: District,
  row: CertificateRow,
  child: { name: string; idNumberLastFour: string | null } | undefined,
  issuedAt: Date,
): Promise<Issued> {
  const rule = certificateRule(district.plan, row.kind, row.threshold);
  if (!rule || !child) throw new Error(`The certificate ${row.number} has lost its rule or child.`);
  const facts = {
    id: row.id,
    number: row.number,
    threshold: row.threshold,
    statusIndex: row.status_index,
    child,
    validUntil: row.valid_until ?? validUntil(issuedAt, rule.validMonths),
  };
  const issuer = { did: district.keys.did, publicUrl: district.publicUrl };
  const input = certificateInput(district.plan, rule, facts, issuer, issuedAt);
  const credential = await issuerOf(district).issue(input);
  return { id: row.id, credential, issuedAt, validUntil: facts.validUntil };
}
