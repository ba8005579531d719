import { readerOf, recordStudentReads, requireMay, type Who } from '../../../directory/index.ts';
import type { Call, District } from '../../../platform/index.ts';
import { openAppealOf } from '../appealed.ts';
import type { VerifiedLine } from '../shapes.ts';
import { type Asked, saidOf, type Verified, verifyMany } from '../verify-many.ts';

/** One line of an admissions officer's list: a certificate number or a verify link, and a name to compare. */
export interface LineToVerify {
  readonly number: string;
  readonly child_name?: string | undefined;
}

/** Verifies a list in one go. Of which children it told something is written down for their families. */
export async function verifyLines(
  district: District,
  who: Who,
  lines: readonly LineToVerify[],
  call: Call,
): Promise<VerifiedLine[]> {
  requireMay(who, 'certificates.verify', { lineage: who.posts[0]?.lineage });
  const verified = await verifyMany(district, lines.map(askedBy), call.at, { details: 'last' });
  const students = verified.flatMap(({ record }) => record?.student_id ?? []);
  await district.database.write(readerOf(who), (transaction) =>
    recordStudentReads(transaction, who, { students, what: 'verification', at: call.at }),
  );
  return verified.map((one, index) => lineOf(one, lines[index] as LineToVerify));
}

/** A pasted verify link names the certificate by its token; anything else is taken for a number. */
function askedBy({ number, child_name: childName }: LineToVerify): Asked {
  const text = number.trim();
  const token = /\/verify#(\S+)$/.exec(text)?.[1];
  return { shown: token === undefined ? { number: text.toUpperCase() } : { token }, childName };
}

function lineOf(verified: Verified, line: LineToVerify): VerifiedLine {
  const { outcome, record, says } = verified;
  const child = says?.child;
  const name = line.child_name?.trim() || null;
  return {
    number: record?.number ?? line.number,
    child_name: name,
    outcome,
    says: saidOf(verified),
    appealed_at: record ? openAppealOf(record) : null,
    masked_name: child ? masked(child.name) : null,
    id_number_last_four: child && name === child.name ? child.idNumberLastFour : null,
    valid_until: record?.valid_until?.toISOString() ?? null,
  };
}

/** 陈*雨: enough to see a wrong line, not enough to learn a name. */
function masked(name: string): string {
  const [first = '', ...rest] = [...name];
  return rest.length < 2 ? `${first}*` : `${first}${'*'.repeat(rest.length - 1)}${rest.at(-1)}`;
}
