import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { SigningKeys } from '../../../platform/signing/index.ts';
import { type CertificateField, certificateFields } from './fields.ts';
import { makeSdJwt, type OpenedSdJwt, openSdJwt } from './sd-jwt.ts';
import { type CertificateInput, INSTANT_PATTERN } from './shapes.ts';

/** What a family may add to the bare sentence "this family reached the score in this period". */
export const copyDetails = [
  'child_name',
  'id_number_last_four',
  'school',
  'number',
  'points',
] as const;
export type CopyDetail = (typeof copyDetails)[number];
export type CopyDetails = Readonly<Partial<Record<CopyDetail, string>>>;

/** The kind of credential, as SD-JWT VC names it. */
export const COPY_TYPE = 'urn:gongyu:growth-hours-certificate:admissions-copy:1';

const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Instant = Type.String({ pattern: INSTANT_PATTERN });
const CopyClaims = Type.Object({
  vct: Type.Literal(COPY_TYPE),
  iss: Type.String(),
  iat: Type.Integer(),
  exp: Type.Integer(),
  score_reached: Type.Literal(true),
  certificate: Words,
  issuer_name: Words,
  issued_at: Instant,
  status: Type.Object({ list: Type.Integer({ minimum: 0 }), index: Type.Integer({ minimum: 0 }) }),
});
export type CopyClaims = Static<typeof CopyClaims>;
const shape = Compile(CopyClaims);

/** The copy as an SD-JWT VC: every detail is in it as a salted hash, and readable only where the family shows it. */
export function makeAdmissionsCopy(
  certificate: CertificateInput,
  { shown, kept }: { readonly shown: CopyDetails; readonly kept: CopyDetails },
  { keys, at }: { readonly keys: SigningKeys; readonly at: Date },
): string {
  const { achievement, issuer, validUntil, statusLists } = certificate;
  const plain: CopyClaims = {
    vct: COPY_TYPE,
    iss: keys.did,
    iat: Math.floor(at.getTime() / 1000),
    exp: Math.floor(new Date(validUntil ?? at).getTime() / 1000),
    score_reached: true,
    certificate: achievement.name,
    issuer_name: issuer.name,
    issued_at: certificate.issuedAt,
    status: {
      list: Number(statusLists.revocation.split('/').at(-1)),
      index: certificate.statusIndex,
    },
  };
  return makeSdJwt({ plain, shown, kept }, keys);
}

export interface OpenedCopy extends OpenedSdJwt {
  readonly claims: CopyClaims;
}

/** Undefined for what is no such copy. Nothing in it is believed before its signature is. */
export function openAdmissionsCopy(text: string): OpenedCopy | undefined {
  const opened = openSdJwt(text);
  return opened && shape.Check(opened.plain) ? { ...opened, claims: opened.plain } : undefined;
}

const LABELS = {
  school: { zh: '所在学校', en: 'School' },
  points: { zh: '家庭积分', en: 'The family’s points' },
  certificate: { zh: '证明', en: 'Certificate' },
  score: { zh: '积分', en: 'Score' },
} as const;

/** What it says, for people: what the family showed, and what the copy always says. */
export function copyFields({ claims, shown }: OpenedCopy): CertificateField[] {
  const labels = new Map(certificateFields(asCertificate(claims)).map((one) => [one.key, one]));
  const known = (key: 'number' | 'child_name' | 'id_number_last_four') => {
    const field = labels.get(key);
    return field && typeof shown[key] === 'string' ? [{ ...field, value: same(shown[key]) }] : [];
  };
  const own = (key: 'school' | 'points') =>
    typeof shown[key] === 'string' ? [{ key, label: LABELS[key], value: same(shown[key]) }] : [];
  const always = (['issuer', 'issued_on', 'valid'] as const).flatMap(
    (key) => labels.get(key) ?? [],
  );
  return [
    { key: 'certificate', label: LABELS.certificate, value: claims.certificate },
    ...known('child_name'),
    ...known('id_number_last_four'),
    ...own('school'),
    ...known('number'),
    { key: 'score', label: LABELS.score, value: { zh: '已达到要求', en: 'Reached' } },
    ...own('points'),
    ...always,
  ];
}

function asCertificate(claims: CopyClaims): CertificateInput {
  return {
    ...{ id: '', number: '', threshold: 0, statusIndex: 0, districtName: NO_WORDS },
    child: { name: '', idNumberLastFour: '' },
    achievement: { id: '', name: claims.certificate, description: NO_WORDS, criteria: NO_WORDS },
    issuer: { id: claims.iss, name: claims.issuer_name },
    ...{ issuedAt: claims.issued_at, validFrom: claims.issued_at },
    validUntil: new Date(claims.exp * 1000).toISOString(),
    statusLists: { revocation: '', suspension: '' },
  };
}

const NO_WORDS = { zh: '', en: '' };

function same(text: string) {
  return { zh: text, en: text };
}
