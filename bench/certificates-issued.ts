import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { countersOf } from '../server/background.ts';
import {
  offlineDocumentLoader,
  type SignedCertificate,
} from '../server/counting/certificates/credential/index.ts';
import { issueDueCertificates } from '../server/counting/certificates/index.ts';
import { nobody } from '../server/directory/index.ts';
import { type FactStatement, settle, stateFacts } from '../server/facts/index.ts';
import { type District, newId } from '../server/platform/index.ts';
import type { Bed } from './bed.ts';
import { importMadeRoster } from './made-roster.ts';
import { type Result, resultOf } from './result.ts';

const FAMILIES = 3000;
const LIBRARY_SECONDS = 5;
const FACTS_AT_ONCE = 1000;
/** Three days of four hours for each of two carers: above every threshold, within the caps. */
const DAYS = ['2026-09-05', '2026-09-12', '2026-09-19'];
const MINUTES = 240;

/**
 * Certificates a second, from those that the counter has decided to signed credentials in the database. The
 * baseline signs one of them again and again with the libraries alone, and writes nothing.
 */
export async function certificatesIssued(bed: Bed): Promise<Result> {
  const { district } = bed;
  await importMadeRoster(bed, { schools: 1, students: FAMILIES });
  await earnCertificates(bed);
  await settle(district.database, countersOf(district));
  const began = performance.now();
  let issued = 0;
  for (;;) {
    const step = await issueDueCertificates(district);
    if (step === 0) break;
    issued += step;
  }
  const seconds = (performance.now() - began) / 1000;
  if (issued !== FAMILIES) throw new Error(`${FAMILIES} families earned ${issued} certificates.`);
  return resultOf('certificates issued', 'certificates/s', {
    ours: issued / seconds,
    baseline: await libraryAlone(district.keys, await oneCertificate(bed)),
    note: `${issued} read, signed and stored; baseline: the same credential signed in a loop by @digitalbazaar/vc with eddsa-rdfc-2022`,
    reach: { least: 0.8 },
  });
}

/** Every family of the bed has gone to enough lectures; nothing is counted yet. */
export async function earnCertificates({ district, pool }: Bed): Promise<void> {
  const { rows } = await pool.query<{ carer_id: string }>(
    'select distinct carer_id from tianfu.guardianships',
  );
  const facts = rows.flatMap(({ carer_id }) => DAYS.map((day) => learned(carer_id, day)));
  for (let from = 0; from < facts.length; from += FACTS_AT_ONCE) {
    await district.database.write(nobody, (transaction) =>
      stateFacts(transaction, facts.slice(from, from + FACTS_AT_ONCE)),
    );
  }
}

function learned(carer: string, day: string): FactStatement {
  return {
    kind: 'activity.attended',
    at: new Date(`${day}T02:00:00Z`),
    organisation: newId(),
    subject: carer,
    quantity: MINUTES,
    source: `attendance:${newId()}`,
    attributes: { kind: 'guidance-lecture', counts_as: 'guidance', host_kind: 'school' },
  };
}

async function oneCertificate({ pool }: Bed): Promise<SignedCertificate> {
  const { rows } = await pool.query<{ credential: SignedCertificate }>(
    'select credential from tianfu.certificates limit 1',
  );
  return (rows[0] as { credential: SignedCertificate }).credential;
}

async function libraryAlone(
  keys: District['keys'],
  { proof: _, ...credential }: SignedCertificate,
): Promise<number> {
  const documentLoader = offlineDocumentLoader([keys.didDocument]);
  const signer = {
    id: keys.verificationMethod,
    algorithm: 'Ed25519' as const,
    sign: async ({ data }: { data: Uint8Array }) => keys.sign(data),
  };
  const began = performance.now();
  let signed = 0;
  while (performance.now() - began < LIBRARY_SECONDS * 1000) {
    const suite = new DataIntegrityProof({ cryptosuite, signer, date: credential.validFrom });
    await vc.issue({ credential, suite, documentLoader });
    signed += 1;
  }
  return (signed * 1000) / (performance.now() - began);
}
