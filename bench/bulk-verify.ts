import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { letInAdmissions } from '../demo/index.ts';
import { createApp } from '../server/app.ts';
import { countersOf } from '../server/background.ts';
import {
  offlineDocumentLoader,
  readCertificate,
  type SignedCertificate,
} from '../server/counting/certificates/credential/index.ts';
import { issueDueCertificates } from '../server/counting/certificates/index.ts';
import { settle } from '../server/facts/index.ts';
import type { Bed } from './bed.ts';
import { earnCertificates } from './certificates-issued.ts';
import { importMadeRoster } from './made-roster.ts';
import { type Result, resultOf } from './result.ts';

const FAMILIES = 1000;
const REQUESTS = 10;
const LIBRARY_SECONDS = 5;
const MOST_SECONDS = 60;

/**
 * Certificates that an admissions system verifies a second: by number, name and last four, a thousand a request, with
 * every look written down. The baseline checks the signature of one of them again and again, with the libraries alone.
 */
export async function bulkVerify(bed: Bed): Promise<Result> {
  const { district, pool } = bed;
  await importMadeRoster(bed, { schools: 1, students: FAMILIES });
  await earnCertificates(bed);
  await settle(district.database, countersOf(district));
  while ((await issueDueCertificates(district)) > 0);
  const { rows } = await pool.query<{ credential: SignedCertificate }>(
    'select credential from tianfu.certificates',
  );
  const app = await createApp({ districtOf: () => district, log: false });
  const ask = await admissionsSystem(bed, app);
  const certificates = rows.map(({ credential }) => {
    const { number, child } = readCertificate(credential);
    return { number, child_name: child.name, id_number_last_four: child.idNumberLastFour };
  });
  await ask(certificates.slice(0, 1));
  const began = performance.now();
  for (let request = 0; request < REQUESTS; request += 1) await ask(certificates);
  const seconds = (performance.now() - began) / 1000;
  await app.close();
  const verified = REQUESTS * certificates.length;
  const one = rows[0]?.credential as SignedCertificate;
  return resultOf('bulk verify', 'certificates/s', {
    ours: verified / seconds,
    baseline: await signatureAlone(one, bed),
    note: `${verified} in ${seconds.toFixed(1)} s over the API, seven checks each, every look written down; baseline: the signature of one alone in a loop by @digitalbazaar/vc with eddsa-rdfc-2022`,
    reach: { least: 0.8 },
    limits: [{ what: 'seconds', figure: seconds, most: MOST_SECONDS }],
  });
}

type App = Awaited<ReturnType<typeof createApp>>;

async function admissionsSystem({ pool, district }: Bed, app: App) {
  const { rows } = await pool.query<{ id: string }>('select id from tianfu.people limit 1');
  const at = district.clock();
  const made = await district.database.withOwner((client) =>
    letInAdmissions(client, { officer: rows[0]?.id ?? '', at }),
  );
  const form = new URLSearchParams({ grant_type: 'client_credentials', ...made });
  const given = await app.inject({
    ...{ method: 'POST', url: '/oauth/token', payload: form.toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  const authorization = `Bearer ${given.json<{ access_token: string }>().access_token}`;
  return async (certificates: readonly object[]) => {
    const answer = await app.inject({
      ...{ method: 'POST', url: '/api/v1/clients/certificate-verifications' },
      ...{ payload: { certificates }, headers: { authorization } },
    });
    const { items = [] } = answer.json<{ items?: { outcome: string }[] }>();
    const wrong = items.find(({ outcome }) => outcome !== 'valid');
    if (wrong || items.length !== certificates.length) throw new Error(answer.body.slice(0, 300));
  };
}

async function signatureAlone(credential: SignedCertificate, { district }: Bed): Promise<number> {
  const documentLoader = offlineDocumentLoader([district.keys.didDocument]);
  const now = new Date(credential.validFrom);
  const checkStatus = async () => ({ verified: true });
  const began = performance.now();
  let checked = 0;
  while (performance.now() - began < LIBRARY_SECONDS * 1000) {
    const suite = new DataIntegrityProof({ cryptosuite });
    await vc.verifyCredential({ credential, suite, documentLoader, now, checkStatus });
    checked += 1;
  }
  return (checked * 1000) / (performance.now() - began);
}
