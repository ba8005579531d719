import type { District } from '../../../platform/index.ts';
import { issuersOfDistrict } from '../../keys/index.ts';
import { certificateLabels, statusListJwt } from '../credential/index.ts';
import type { VerificationKit } from '../shapes.ts';
import { countStatusLists, publishedStatusList } from '../status-lists.ts';
import { admissionUse } from './show-certificates.ts';

const purposes = ['revocation', 'suspension'] as const;

/** Keys, status lists and words: with these a page checks any link by itself, for as long as it says from when they are. */
export async function verificationKit(district: District, at: Date): Promise<VerificationKit> {
  const lists = await countStatusLists(district);
  const signed = await Promise.all(
    Array.from({ length: lists }, (_, list) => list).flatMap((list) =>
      purposes.map(async (purpose) => ({
        ...{ purpose, list },
        signed: statusListJwt(await publishedStatusList(district, purpose, list), district.keys),
      })),
    ),
  );
  return {
    issuers: issuersOfDistrict(district).map(({ id, verificationMethod }) => ({
      id,
      keys: verificationMethod.map((method) => ({
        id: method.id,
        multikey: method.publicKeyMultibase,
        until: method.validUntil ?? null,
      })),
    })),
    status_lists: signed,
    issuer_name: district.plan.office,
    labels: certificateLabels(),
    admission_use: admissionUse(district.plan, at),
    made_at: at.toISOString(),
  };
}
