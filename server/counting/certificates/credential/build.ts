import type { Words } from '../../../platform/index.ts';
import {
  type Certificate,
  type CertificateInput,
  CREDENTIALS_CONTEXT,
  OPEN_BADGES_CONTEXT,
  type SignedCertificate,
  type StatusPurpose,
} from './shapes.ts';

// The contexts have no place for two languages side by side, so one text holds both: Chinese, then English.
const BETWEEN = ' / ';
const POINTS_NAME = '成长积分 / Growth points';

/**
 * The unsigned credential of a certificate. The child is known by name and the last four characters of the ID
 * number, no more: enough for an admissions officer who has the family in front of them.
 */
export function buildCertificate(input: CertificateInput): Certificate {
  const { id, achievement, child, issuer } = input;
  const name = both(achievement.name);
  return {
    '@context': [CREDENTIALS_CONTEXT, OPEN_BADGES_CONTEXT],
    id: `urn:uuid:${id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name,
    issuer: {
      id: issuer.id,
      type: ['Profile'],
      name: both(issuer.name),
      address: { type: ['Address'], addressLocality: both(input.districtName) },
    },
    awardedDate: input.issuedAt,
    validFrom: input.validFrom,
    ...(input.validUntil === undefined ? {} : { validUntil: input.validUntil }),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          hashed: false,
          identityHash: child.name,
          identityType: 'name',
        },
        {
          type: 'IdentityObject',
          hashed: false,
          identityHash: child.idNumberLastFour,
          identityType: 'ext:idNumberLastFour',
        },
      ],
      licenseNumber: input.number,
      achievement: {
        id: achievement.id,
        type: ['Achievement'],
        name,
        description: both(achievement.description),
        criteria: { narrative: both(achievement.criteria) },
        resultDescription: [
          {
            id: `${achievement.id}#points`,
            type: ['ResultDescription'],
            name: POINTS_NAME,
            resultType: 'CreditHours',
            requiredValue: (input.threshold / 100).toFixed(2),
          },
        ],
      },
    },
    credentialStatus: [statusEntry(input, 'revocation'), statusEntry(input, 'suspension')],
  };
}

/** The one form in which a certificate leaves the house as a file: detached signatures are over these bytes. */
export function credentialBytes(certificate: SignedCertificate): Buffer {
  return Buffer.from(JSON.stringify(certificate, null, 2));
}

/** What the certificate says, as it was given to `buildCertificate`: the way back, for showing and checking. */
export function readCertificate(certificate: Certificate): CertificateInput {
  const { credentialSubject, issuer, credentialStatus, validUntil } = certificate;
  const { achievement, identifier } = credentialSubject;
  const [revocation, suspension] = credentialStatus;
  return {
    id: certificate.id.slice('urn:uuid:'.length),
    number: credentialSubject.licenseNumber,
    child: { name: identifier[0].identityHash, idNumberLastFour: identifier[1].identityHash },
    districtName: apart(issuer.address.addressLocality),
    achievement: {
      id: achievement.id,
      name: apart(achievement.name),
      description: apart(achievement.description),
      criteria: apart(achievement.criteria.narrative),
    },
    threshold: Math.round(Number(achievement.resultDescription[0].requiredValue) * 100),
    issuer: { id: issuer.id, name: apart(issuer.name) },
    issuedAt: certificate.awardedDate,
    validFrom: certificate.validFrom,
    ...(validUntil === undefined ? {} : { validUntil }),
    statusLists: {
      revocation: revocation.statusListCredential,
      suspension: suspension.statusListCredential,
    },
    statusIndex: Number(revocation.statusListIndex),
  };
}

function statusEntry<Purpose extends StatusPurpose>(input: CertificateInput, purpose: Purpose) {
  const list = input.statusLists[purpose];
  return {
    id: `${list}#${input.statusIndex}`,
    type: 'BitstringStatusListEntry' as const,
    statusPurpose: purpose,
    statusListIndex: String(input.statusIndex),
    statusListCredential: list,
  };
}

function both({ zh, en }: Words): string {
  if (zh.includes(BETWEEN)) throw new TypeError(`"${zh}" may not contain "${BETWEEN}".`);
  return `${zh}${BETWEEN}${en}`;
}

function apart(text: string): Words {
  const at = text.indexOf(BETWEEN);
  return at < 0
    ? { zh: text, en: text }
    : { zh: text.slice(0, at), en: text.slice(at + BETWEEN.length) };
}
