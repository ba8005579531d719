import { Type } from 'typebox';
import { whoCountsWords } from '../../plan/index.ts';
import { Page, PageQuery, SortQuery } from '../../platform/index.ts';
import { SheetQuery } from '../../platform/sheets/index.ts';
import { copyDetails } from './credential/index.ts';
import { MOST_IN_A_BULK_REQUEST } from './limits.ts';
import { certificateActions, certificateStates } from './states.ts';
import { outcomes } from './verify-many.ts';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const State = Type.Enum([...certificateStates]);

export const CertificateField = Type.Object(
  { key: Type.String(), label: Words, value: Words },
  { title: 'CertificateField' },
);

export const CertificateEvent = Type.Object(
  {
    event: Type.String(),
    at: Type.String(),
    total: Type.Union([Type.Integer(), Type.Null()]),
    reason: Type.Union([Type.String(), Type.Null()]),
  },
  { title: 'CertificateEvent' },
);

export const AdmissionUse = Type.Object(
  {
    use: Type.Union([Type.Literal('off'), Type.Literal('information'), Type.Literal('condition')]),
    legal_basis: Words,
    appeal_address: Words,
  },
  {
    title: 'AdmissionUse',
    description: 'What the district lets a certificate be used for, and why',
  },
);

const Another = Type.Union([
  Type.Object({ id: Type.String({ format: 'uuid' }), number: Type.String() }),
  Type.Null(),
]);

/** Why what is asked of a family is what it is. */
const Because = Type.Object(
  {
    kind: Type.Enum(['each', 'moved-in', 'relief', 'at-least'], {
      description:
        'each: of each of two carers, or of the only one; moved-in: for the months here; relief: an approved circumstance of a carer; at-least: never less',
    }),
    percent: Type.Optional(Type.Integer({ description: 'Of the plan’s score' })),
    carers: Type.Optional(Type.Integer({ description: 'each: of how many carers' })),
    arrived_on: Type.Optional(Type.String({ description: 'moved-in: the child’s first day' })),
    months: Type.Optional(Type.Integer({ description: 'moved-in: calendar months here' })),
    of_months: Type.Optional(Type.Integer({ description: 'moved-in: of so many' })),
  },
  { title: 'Because' },
);

/** What a certificate asks of a family. */
export const WhatIsAsked = {
  usual: Type.Integer({
    description: 'What the plan asks of everyone, in hundredths of a point',
  }),
  counted: Type.Enum(whoCountsWords, {
    description:
      'Whose points are held against it: all carers’ together, the best one’s, each of two carers’',
  }),
  because: Type.Array(Because, {
    description: 'Why not what the plan asks of everyone; empty: it is',
  }),
};

const appealed = {
  appealed_at: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
    description: 'It is out of use, and the family’s appeal about that is open since then',
  }),
};

export const CertificateSummary = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    number: Type.String(),
    kind: Type.String(),
    name: Words,
    student_id: Type.String({ format: 'uuid' }),
    student_name: Type.String(),
    state: State,
    state_name: Words,
    ...appealed,
    threshold: Type.Integer({
      description: 'What was asked of this family, in hundredths of a point',
    }),
    ...WhatIsAsked,
    issued_at: Type.Union([Type.String(), Type.Null()]),
    valid_until: Type.Union([Type.String(), Type.Null()]),
    fields: Type.Array(CertificateField, { description: 'Empty until it is signed' }),
    has_sm2_signature: Type.Boolean({ description: 'Whether an SM2 signature can be downloaded' }),
    verify_link: Type.Union([Type.String(), Type.Null()]),
    events: Type.Array(CertificateEvent),
    replaced_by: Another,
    replaces: Another,
    renewal: Type.Union([Type.Enum(['ending', 'name']), Type.Null()], {
      description:
        'Why it may be issued anew: its end is near, or the roster names the child otherwise',
    }),
    actions: Type.Array(Type.Enum([...certificateActions]), {
      description: 'What the reader may do with it now',
    }),
    version: Type.Integer({ description: 'Also the ETag; send it as If-Match when deciding' }),
    admission_use: AdmissionUse,
  },
  { title: 'Certificate' },
);
export type CertificateSummary = Type.Static<typeof CertificateSummary>;

export const CertificateDecision = Type.Object(
  {
    decision: Type.Enum(['contest', 'lift', 'revoke', 'reissue']),
    reason: Type.String({ minLength: 1, maxLength: 300, description: 'The family reads it' }),
  },
  { title: 'CertificateDecision', additionalProperties: false },
);
export type CertificateDecision = Type.Static<typeof CertificateDecision>;

export const CertificateList = Type.Object(
  { items: Type.Array(CertificateSummary) },
  { title: 'CertificateList' },
);

/** A certificate in the desk's list. */
export const CertificateRow = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    number: Type.String(),
    name: Words,
    student_id: Type.String({ format: 'uuid' }),
    student_name: Type.String(),
    class_name: Type.Union([Type.String(), Type.Null()]),
    school_name: Type.Union([Type.String(), Type.Null()]),
    state: State,
    state_name: Words,
    issued_at: Type.Union([Type.String(), Type.Null()]),
    valid_until: Type.Union([Type.String(), Type.Null()]),
  },
  { title: 'CertificateRow' },
);
export type CertificateRow = Type.Static<typeof CertificateRow>;
export const CertificatePage = Page(CertificateRow, 'CertificatePage');

export const certificateSortKeys = ['name', 'issued', 'state'] as const;
const filters = {
  q: Type.Optional(
    Type.String({
      maxLength: 60,
      description: 'The child’s name, pinyin or initials; or the number',
    }),
  ),
  organisation: Type.Optional(Type.String({ format: 'uuid' })),
  state: Type.Optional(State),
  from: Type.Optional(Type.String({ format: 'date', description: 'Issued on or after' })),
  to: Type.Optional(Type.String({ format: 'date', description: 'Issued on or before' })),
  ...SortQuery(certificateSortKeys, '-issued'),
};
export const CertificatesQuery = Type.Object({ ...PageQuery, ...filters });
export type CertificatesQuery = Type.Static<typeof CertificatesQuery>;
export const CertificatesSheetQuery = SheetQuery(filters);

export const CertificateCheck = Type.Object(
  { token: Type.String({ minLength: 20, maxLength: 1200 }) },
  { title: 'CertificateCheck', additionalProperties: false },
);

export const AdmissionsCopyWanted = Type.Object(
  {
    show: Type.Array(Type.Enum([...copyDetails]), {
      uniqueItems: true,
      description: 'What the copy shows besides that the score was reached',
    }),
  },
  { title: 'AdmissionsCopyWanted', additionalProperties: false },
);

export const AdmissionsCopy = Type.Object(
  {
    copy: Type.String({ description: 'An SD-JWT VC (RFC 9901)' }),
    link: Type.String({ description: 'Opens the verify page with it' }),
  },
  { title: 'AdmissionsCopy' },
);

export const AdmissionsCopyCheck = Type.Object(
  { copy: Type.String({ minLength: 20, maxLength: 8000 }) },
  { title: 'AdmissionsCopyCheck', additionalProperties: false },
);

export const CheckedCertificate = Type.Object(
  {
    ...appealed,
    verdict: Type.Union([Type.Literal('valid'), Type.Literal('invalid'), Type.Literal('unproven')]),
    state: State,
    fields: Type.Array(CertificateField),
    withheld: Type.Integer({
      description: 'How many details the family has and did not show; 0 for the certificate itself',
    }),
    checks: Type.Array(Type.Object({ key: Type.String(), outcome: Type.String(), says: Words })),
    checked_at: Type.String(),
    admission_use: AdmissionUse,
  },
  { title: 'CheckedCertificate' },
);

/** What a page needs to check links without a network. */
export const VerificationKit = Type.Object(
  {
    issuers: Type.Array(
      Type.Object({
        id: Type.String(),
        keys: Type.Array(
          Type.Object({
            id: Type.String({ description: 'The key’s own name, as a signature gives it' }),
            multikey: Type.String(),
            until: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
              description: 'Of a former key: what it signed later is not believed',
            }),
          }),
        ),
      }),
    ),
    status_lists: Type.Array(
      Type.Object({
        purpose: Type.Enum(['revocation', 'suspension']),
        list: Type.Integer(),
        signed: Type.String({ description: 'The list as vc+jwt' }),
      }),
    ),
    issuer_name: Words,
    labels: Type.Array(Type.Object({ key: Type.String(), label: Words })),
    admission_use: AdmissionUse,
    made_at: Type.String({ format: 'date-time' }),
  },
  { title: 'VerificationKit' },
);
export type VerificationKit = Type.Static<typeof VerificationKit>;

export const CertificateVerifications = Type.Object(
  {
    lines: Type.Array(
      Type.Object(
        {
          number: Type.String({ minLength: 1, maxLength: 1200 }),
          child_name: Type.Optional(Type.String({ maxLength: 60 })),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 2000 },
    ),
  },
  { title: 'CertificateVerifications', additionalProperties: false },
);

export const VerifiedLine = Type.Object(
  {
    number: Type.String(),
    child_name: Type.Union([Type.String(), Type.Null()]),
    outcome: Type.Enum([...outcomes]),
    says: Words,
    ...appealed,
    masked_name: Type.Union([Type.String(), Type.Null()]),
    id_number_last_four: Type.Union([Type.String(), Type.Null()]),
    valid_until: Type.Union([Type.String(), Type.Null()]),
  },
  { title: 'VerifiedLine' },
);
export type VerifiedLine = Type.Static<typeof VerifiedLine>;

export const VerifiedLines = Type.Object(
  { lines: Type.Array(VerifiedLine), checked_at: Type.String() },
  { title: 'VerifiedLines' },
);

export const ShownCertificate = Type.Object(
  {
    reference: Type.Optional(
      Type.String({
        maxLength: 80,
        description: 'Your own name for it; comes back with the answer',
      }),
    ),
    number: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 60,
        description: 'With the child’s name and the last four of the ID number',
      }),
    ),
    token: Type.Optional(
      Type.String({
        minLength: 20,
        maxLength: 1200,
        description: 'Of the QR; the whole link will do',
      }),
    ),
    credential: Type.Optional(
      Type.Union([Type.Object({}, { additionalProperties: true }), Type.String()], {
        description: 'The signed credential, as JSON or as a vc+jwt',
      }),
    ),
    child_name: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
    id_number_last_four: Type.Optional(
      Type.String({
        pattern: '^([0-9]{3}[0-9Xx]|无)$',
        description: '无: the child has no number',
      }),
    ),
  },
  {
    title: 'ShownCertificate',
    additionalProperties: false,
    description: 'One of number, token and credential',
  },
);
export type ShownCertificate = Type.Static<typeof ShownCertificate>;

export const BulkVerification = Type.Object(
  {
    certificates: Type.Array(ShownCertificate, { minItems: 1, maxItems: MOST_IN_A_BULK_REQUEST }),
  },
  { title: 'BulkVerification', additionalProperties: false },
);

export const VerifiedForClient = Type.Object(
  {
    reference: Type.Union([Type.String(), Type.Null()]),
    outcome: Type.Enum([...outcomes]),
    says: Words,
    ...appealed,
    checks: Type.Array(Type.Object({ key: Type.String(), outcome: Type.String(), says: Words })),
    certificate: Type.Union([
      Type.Object({
        number: Type.String(),
        child_name: Type.String(),
        id_number_last_four: Type.String(),
        kind: Words,
        threshold: Type.Integer({ description: 'Hundredths of a point' }),
        issued_at: Type.String(),
        valid_until: Type.Union([Type.String(), Type.Null()]),
      }),
      Type.Null(),
    ]),
  },
  { title: 'VerifiedForClient' },
);
export type VerifiedForClient = Type.Static<typeof VerifiedForClient>;

export const BulkVerified = Type.Object(
  { items: Type.Array(VerifiedForClient), checked_at: Type.String() },
  { title: 'BulkVerified' },
);
