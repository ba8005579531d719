import {
  getOrganisation,
  reachOf,
  readerOf,
  requireMay,
  type Who,
} from '../../../directory/index.ts';
import { certificateRule, dayAfter } from '../../../plan/index.ts';
import { afterIn, type District, pageOf, type ReadTransaction } from '../../../platform/index.ts';
import type { CertificateRow, CertificatesQuery } from '../shapes.ts';
import { certificateStateTable } from '../states.ts';
import { listCertificates } from '../store/list.ts';

/** Certificates of the children in reach: issued, suspended, revoked, those still to be signed. */
export async function browseCertificates(
  district: District,
  who: Who,
  asked: CertificatesQuery,
): Promise<{ items: CertificateRow[]; next?: string }> {
  const { q, state, from, to, sort, limit } = asked;
  const words = q?.trim().toUpperCase() || undefined;
  const isNumber = words !== undefined && NUMBER_LIKE.test(words);
  return district.database.read(readerOf(who), async (transaction) => {
    const within = await placesWithin(transaction, who, asked.organisation);
    const rows = await listCertificates(transaction, {
      children: { within, words: isNumber ? undefined : words },
      number: isNumber ? words : undefined,
      state,
      from: from === undefined ? undefined : startOf(from),
      until: to === undefined ? undefined : startOf(dayAfter(to)),
      sort,
      after: afterIn(asked.cursor, sort),
      most: limit + 1,
    });
    const { items, ...rest } = pageOf(rows, asked, ({ id }) => id);
    return {
      ...rest,
      items: items.map(({ kind, issued_at, valid_until, ...line }) => ({
        ...line,
        name: certificateRule(district.plan, kind)?.name ?? { zh: kind, en: kind },
        state_name: certificateStateTable[line.state].name,
        issued_at: issued_at?.toISOString() ?? null,
        valid_until: valid_until?.toISOString() ?? null,
      })),
    };
  });
}

/** The beginning of a certificate's number, not of a name. */
const NUMBER_LIKE = /\d/;

async function placesWithin(
  transaction: ReadTransaction,
  who: Who,
  organisation: string | undefined,
): Promise<string[]> {
  if (organisation === undefined) return reachOf(who, 'certificates.read');
  const { lineage } = await getOrganisation(transaction, organisation);
  requireMay(who, 'certificates.read', { lineage });
  return [organisation];
}

/** The beginning of a day in China. */
function startOf(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
