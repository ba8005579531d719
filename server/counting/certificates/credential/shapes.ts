import { type Static, Type } from 'typebox';
import type { Words } from '../../../platform/index.ts';

/** The only two contexts a certificate names; every word in it is defined by them. */
export const CREDENTIALS_CONTEXT = 'https://www.w3.org/ns/credentials/v2';
export const OPEN_BADGES_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** What the district knows when it issues a growth-hours certificate (clause 2.4.1). */
export interface CertificateInput {
  /** A UUID; the credential's id is `urn:uuid:` and this. */
  readonly id: string;
  /** What people read out on the phone: `TF-2026-000123`. */
  readonly number: string;
  readonly child: { readonly name: string; readonly idNumberLastFour: string };
  readonly districtName: Words;
  /** From the plan's certificates.yaml. */
  readonly achievement: {
    /** A URI. */
    readonly id: string;
    readonly name: Words;
    readonly description: Words;
    readonly criteria: Words;
  };
  /** Hundredths of a point. */
  readonly threshold: number;
  /** The DID that signs, and the name under which it does. */
  readonly issuer: { readonly id: string; readonly name: Words };
  /** ISO 8601 instants in UTC, to the second: `2026-10-18T06:00:00Z`. */
  readonly issuedAt: string;
  readonly validFrom: string;
  readonly validUntil?: string;
  /** Where the two status lists are published, and the certificate's place in both. */
  readonly statusLists: { readonly revocation: string; readonly suspension: string };
  readonly statusIndex: number;
}

// The shapes are closed: a word that our certificates do not have is a word that nobody checked.
const closed = { additionalProperties: false };
const Text = Type.String({ minLength: 1, maxLength: 4000 });
const Uri = Type.String({ pattern: '^[a-z][a-z0-9+.-]*:\\S+$', maxLength: 500 });
export const INSTANT_PATTERN = '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$';
const Instant = Type.String({ pattern: INSTANT_PATTERN });

const identity = <Kind extends string>(identityType: Kind) =>
  Type.Object(
    {
      type: Type.Literal('IdentityObject'),
      hashed: Type.Literal(false),
      identityHash: Text,
      identityType: Type.Literal(identityType),
    },
    closed,
  );

const Achievement = Type.Object(
  {
    id: Uri,
    type: Type.Tuple([Type.Literal('Achievement')]),
    name: Text,
    description: Text,
    criteria: Type.Object({ narrative: Text }, closed),
    resultDescription: Type.Tuple([
      Type.Object(
        {
          id: Uri,
          type: Type.Tuple([Type.Literal('ResultDescription')]),
          name: Text,
          resultType: Type.Literal('CreditHours'),
          requiredValue: Type.String({ pattern: '^\\d{1,7}\\.\\d\\d$' }),
        },
        closed,
      ),
    ]),
  },
  closed,
);

const AchievementSubject = Type.Object(
  {
    type: Type.Tuple([Type.Literal('AchievementSubject')]),
    identifier: Type.Tuple([identity('name'), identity('ext:idNumberLastFour')]),
    licenseNumber: Text,
    achievement: Achievement,
  },
  closed,
);

const Issuer = Type.Object(
  {
    id: Type.String({ pattern: '^did:[a-z]+:\\S+$', maxLength: 300 }),
    type: Type.Tuple([Type.Literal('Profile')]),
    name: Text,
    address: Type.Object(
      { type: Type.Tuple([Type.Literal('Address')]), addressLocality: Text },
      closed,
    ),
  },
  closed,
);

const statusEntry = <Purpose extends string>(statusPurpose: Purpose) =>
  Type.Object(
    {
      id: Uri,
      type: Type.Literal('BitstringStatusListEntry'),
      statusPurpose: Type.Literal(statusPurpose),
      statusListIndex: Type.String({ pattern: '^(0|[1-9]\\d{0,8})$' }),
      statusListCredential: Uri,
    },
    closed,
  );

const credentialMembers = {
  '@context': Type.Tuple([Type.Literal(CREDENTIALS_CONTEXT), Type.Literal(OPEN_BADGES_CONTEXT)]),
  id: Type.String({ pattern: '^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' }),
  type: Type.Tuple([Type.Literal('VerifiableCredential'), Type.Literal('OpenBadgeCredential')]),
  name: Text,
  issuer: Issuer,
  awardedDate: Instant,
  validFrom: Instant,
  validUntil: Type.Optional(Instant),
  credentialSubject: AchievementSubject,
  credentialStatus: Type.Tuple([statusEntry('revocation'), statusEntry('suspension')]),
};

export const Proof = Type.Object(
  {
    type: Type.Literal('DataIntegrityProof'),
    cryptosuite: Type.Literal('eddsa-rdfc-2022'),
    created: Instant,
    verificationMethod: Type.String({ pattern: '^did:\\S+#\\S+$', maxLength: 500 }),
    proofPurpose: Type.Literal('assertionMethod'),
    proofValue: Type.String({ pattern: '^z[1-9A-HJ-NP-Za-km-z]{80,90}$' }),
  },
  closed,
);
export type Proof = Static<typeof Proof>;

/** An unsigned certificate: an Open Badges 3.0 AchievementCredential in the VC 2.0 data model. */
export const Certificate = Type.Object(credentialMembers, closed);
export type Certificate = Static<typeof Certificate>;

/** The same with its proof, always in an array. */
export const SignedCertificate = Type.Object(
  { ...credentialMembers, proof: Type.Tuple([Proof]) },
  closed,
);
export type SignedCertificate = Static<typeof SignedCertificate>;

export type StatusPurpose = 'revocation' | 'suspension';

const statusListMembers = {
  '@context': Type.Tuple([Type.Literal(CREDENTIALS_CONTEXT)]),
  id: Uri,
  type: Type.Tuple([
    Type.Literal('VerifiableCredential'),
    Type.Literal('BitstringStatusListCredential'),
  ]),
  issuer: Type.String({ pattern: '^did:[a-z]+:\\S+$', maxLength: 300 }),
  validFrom: Instant,
  validUntil: Type.Optional(Instant),
  credentialSubject: Type.Object(
    {
      id: Uri,
      type: Type.Literal('BitstringStatusList'),
      statusPurpose: Type.Union([Type.Literal('revocation'), Type.Literal('suspension')]),
      encodedList: Type.String({ pattern: '^u[A-Za-z0-9_-]+$', maxLength: 4_000_000 }),
    },
    closed,
  ),
};

/** A BitstringStatusListCredential: one bit for each certificate. As a JWT secures it. */
export const UnsignedStatusList = Type.Object(statusListMembers, closed);

/** The same with its proof. */
export const SignedStatusList = Type.Object(
  { ...statusListMembers, proof: Type.Tuple([Proof]) },
  closed,
);
export type SignedStatusList = Static<typeof SignedStatusList>;
