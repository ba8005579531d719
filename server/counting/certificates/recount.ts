import { sql } from 'kysely';
import { nobody } from '../../directory/index.ts';
import { certificateRulesOn, dateInShanghai } from '../../plan/index.ts';
import type { District } from '../../platform/index.ts';

export interface CertificateDifference {
  readonly what: 'certificate';
  readonly about: string;
  readonly counted: string;
  readonly recounted: string;
}

/**
 * Compares which certificates stand with what the entries say: a family stands when the sum of its carers'
 * entries reaches the certificate's threshold. Sums the entries themselves, not the balances.
 */
export async function recountCertificates(district: District): Promise<CertificateDifference[]> {
  const rules = certificateRulesOn(district.plan, dateInShanghai(district.clock()));
  return district.database.read(nobody, async (transaction) => {
    const differences: CertificateDifference[] = [];
    for (const rule of rules) {
      const { rows } = await sql<{ student: string; total: number; counted: string }>`
        with earned as (
          select carer_id, sum(amount) as amount from ledger_entries group by carer_id
        ), families as (
          select student_id, sum(coalesce(amount, 0))::bigint as total
            from point_families left join earned using (carer_id)
           where links > 0
           group by student_id
        )
        select coalesce(families.student_id, certificates.student_id) as student,
               coalesce(total, 0)::bigint as total, coalesce(state, 'none') as counted
          from families
          full join (select * from certificates where kind = ${rule.id}) as certificates
            on certificates.student_id = families.student_id
         where (coalesce(total, 0) >= coalesce(threshold, ${rule.threshold}))
               <> (coalesce(state, 'none') in ('due', 'valid', 'revoked'))
      `.execute(transaction);
      for (const { student, total, counted } of rows) {
        const recounted = counted === 'none' || counted === 'suspended' ? 'valid' : 'suspended';
        differences.push({
          what: 'certificate',
          about: `student ${student} with ${total} hundredths`,
          counted,
          recounted,
        });
      }
    }
    return differences.filter(({ counted }) => counted !== 'revoked');
  });
}
