import { readerOf, requireMay, type Who } from '../../../directory/index.ts';
import type { Call, District, Words } from '../../../platform/index.ts';
import {
  createVerifier,
  openVerifyToken,
  readCertificate,
  type SignedCertificate,
  type Verifier,
} from '../credential/index.ts';
import type { VerifiedLine } from '../shapes.ts';
import {
  type CertificateRecord,
  listCertificatesById,
  listCertificatesByNumber,
} from '../store/records.ts';

/** One line of an admissions officer's list: a certificate number or a verify link, and a name to compare. */
export interface LineToVerify {
  readonly number: string;
  readonly child_name?: string | undefined;
}

type Outcome = VerifiedLine['outcome'];

const sentences: Readonly<Record<Outcome, Words>> = {
  valid: { zh: '有效', en: 'Valid' },
  'not-found': { zh: '没有这个编号的证明', en: 'No certificate has this number' },
  'name-differs': { zh: '证明上的姓名与所填不同', en: 'The certificate names another child' },
  suspended: { zh: '已暂停：家庭积分低于要求', en: 'Suspended: the family’s points fell below' },
  contested: { zh: '核查中，暂停使用', en: 'Suspended while the district looks into it' },
  revoked: { zh: '已撤销', en: 'Revoked' },
  replaced: { zh: '已换发新证明，请看新的那份', en: 'Replaced: ask for the new certificate' },
  expired: { zh: '已过有效期', en: 'Expired' },
  'not-signed-yet': { zh: '正在签发，请稍后再验', en: 'Being signed: check again shortly' },
  'signature-broken': { zh: '签名不符，请勿采信', en: 'The signature fails: do not rely on it' },
};

/** Verifies a list in one go: states from the register, signatures from the credentials themselves. */
export async function verifyLines(
  district: District,
  who: Who,
  lines: readonly LineToVerify[],
  call: Call,
): Promise<VerifiedLine[]> {
  requireMay(who, 'certificates.verify', { lineage: who.posts[0]?.lineage });
  const asked = lines.map((line) => ({ ...line, ...named(district, line.number, call.at) }));
  const records = await district.database.read(readerOf(who), async (transaction) => [
    ...(await listCertificatesByNumber(
      transaction,
      asked.flatMap(({ byNumber }) => byNumber),
    )),
    ...(await listCertificatesById(
      transaction,
      asked.flatMap(({ byId }) => byId),
    )),
  ]);
  const verify = createVerifier({ now: call.at, trustedIssuers: [district.keys.didDocument] });
  const known = new Map(
    records.flatMap((record) => [
      [record.number, record],
      [record.id, record],
    ]),
  );
  return Promise.all(
    asked.map(({ number, child_name, byNumber, byId }) =>
      verifyLine(verify, number, child_name, known.get(byId[0] ?? byNumber[0] ?? ''), call.at),
    ),
  );
}

/** A pasted verify link names the certificate by its token; anything else is taken for a number. */
function named(district: District, text: string, at: Date): { byNumber: string[]; byId: string[] } {
  const token = /\/verify#(\S+)$/.exec(text.trim())?.[1];
  if (token === undefined) return { byNumber: [text.trim().toUpperCase()], byId: [] };
  const opened = openVerifyToken(token, district.keys.publicKey, at);
  return { byNumber: [], byId: opened.outcome === 'forged' ? [] : [opened.certificateId] };
}

async function verifyLine(
  verify: Verifier,
  number: string,
  childName: string | undefined,
  record: CertificateRecord | undefined,
  at: Date,
): Promise<VerifiedLine> {
  const credential = record?.credential as SignedCertificate | null | undefined;
  const child = credential ? readCertificate(credential).child : undefined;
  const outcome = await outcomeOf(verify, record, child?.name, childName?.trim(), at);
  return {
    number: record?.number ?? number,
    child_name: childName?.trim() || null,
    outcome,
    says: sentences[outcome],
    masked_name: child ? masked(child.name) : null,
    id_number_last_four: child && childName?.trim() === child.name ? child.idNumberLastFour : null,
    valid_until: record?.valid_until?.toISOString() ?? null,
  };
}

async function outcomeOf(
  verify: Verifier,
  record: CertificateRecord | undefined,
  name: string | undefined,
  childName: string | undefined,
  at: Date,
): Promise<Outcome> {
  if (!record) return 'not-found';
  if (record.state === 'ended') return 'expired';
  if (record.state !== 'due' && record.state !== 'valid') return record.state;
  if (!record.credential) return 'not-signed-yet';
  if (childName && childName !== name) return 'name-differs';
  if (record.valid_until && record.valid_until < at) return 'expired';
  const checks = await verify(record.credential);
  const signed = checks.find(({ key }) => key === 'signature')?.outcome === 'passed';
  return signed ? 'valid' : 'signature-broken';
}

/** 陈*雨: enough to see a wrong line, not enough to learn a name. */
function masked(name: string): string {
  const [first = '', ...rest] = [...name];
  return rest.length < 2 ? `${first}*` : `${first}${'*'.repeat(rest.length - 1)}${rest.at(-1)}`;
}
