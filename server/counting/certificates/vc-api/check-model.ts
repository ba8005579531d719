import { CREDENTIALS_CONTEXT } from '../credential/index.ts';
import { wrongResources } from './check-resources.ts';
import { idOf, isObject, isUrl, type Json, listed } from './json.ts';

/**
 * What VC Data Model 2.0 says with MUST and neither JSON-LD nor the libraries ask. Gives a sentence for each thing that
 * is wrong; for programs, so in English.
 */
export function wrongInCredential(credential: unknown): string[] {
  if (!isObject(credential)) return ['A credential is an object.'];
  const { issuer, credentialSubject, validFrom, validUntil } = credential;
  return [
    ...wrongContext(credential['@context']),
    ...wrongTypes(credential, 'VerifiableCredential'),
    ...wrongId(credential, 'id'),
    ...listed(credentialSubject).flatMap((one) => wrongSubject(one)),
    ...(credentialSubject === undefined || listed(credentialSubject).length === 0
      ? ['credentialSubject is missing.']
      : []),
    ...wrongIssuer(issuer),
    ...[credential, ...(isObject(issuer) ? [issuer] : [])].flatMap((one) =>
      ['name', 'description'].flatMap((name) => wrongText(one, name)),
    ),
    ...wrongDates(validFrom, validUntil),
    ...Object.entries(TYPED).flatMap(([name, needs]) => wrongTyped(credential, name, needs)),
    ...wrongResources(credential.relatedResource),
  ];
}

/** The same of a presentation, without what is in the credentials it shows. */
export function wrongInPresentation(presentation: unknown): string[] {
  if (!isObject(presentation)) return ['A presentation is an object.'];
  const { holder, verifiableCredential } = presentation;
  return [
    ...wrongContext(presentation['@context']),
    ...wrongTypes(presentation, 'VerifiablePresentation'),
    ...wrongId(presentation, 'id'),
    ...(holder === undefined || isUrl(idOf(holder))
      ? []
      : ['holder is a URL, or an object with an id that is one.']),
    ...(listed(verifiableCredential).every(isObject)
      ? []
      : ['verifiableCredential holds objects: no numbers, no strings, no URLs.']),
    ...wrongTyped(presentation, 'termsOfUse', ['type']),
  ];
}

/** Which of these each entry of a property must have. */
const TYPED: Readonly<Record<string, readonly ('id' | 'type')[]>> = {
  credentialStatus: ['type'],
  credentialSchema: ['id', 'type'],
  refreshService: ['type'],
  termsOfUse: ['type'],
  evidence: ['type'],
};

function wrongContext(context: unknown): string[] {
  if (!Array.isArray(context) || context[0] !== CREDENTIALS_CONTEXT) {
    return [`@context is a list that begins with ${CREDENTIALS_CONTEXT}.`];
  }
  return context.every((one) => isUrl(one) || isObject(one))
    ? []
    : ['@context holds URLs and objects only.'];
}

function wrongTypes({ type }: Json, needed: string): string[] {
  const types = listed(type);
  if (!types.every((one) => typeof one === 'string')) return ['type holds texts only.'];
  return types.includes(needed) ? [] : [`type has ${needed} in it.`];
}

function wrongId(thing: Json, where: string): string[] {
  return !('id' in thing) || isUrl(thing.id) ? [] : [`${where} is one URL.`];
}

function wrongSubject(subject: unknown): string[] {
  if (!isObject(subject) || Object.keys(subject).length === 0) {
    return ['credentialSubject makes a claim.'];
  }
  return wrongId(subject, 'credentialSubject.id');
}

function wrongIssuer(issuer: unknown): string[] {
  return isUrl(idOf(issuer)) ? [] : ['issuer is a URL, or an object with an id that is one.'];
}

const TEXT_WORDS = ['@value', '@language', '@direction'];

/** A text, or one or more with their language (section 11.1). */
function wrongText(thing: Json, name: string): string[] {
  const good = (one: unknown) =>
    typeof one === 'string' ||
    (isObject(one) &&
      typeof one['@value'] === 'string' &&
      Object.keys(one).every((word) => TEXT_WORDS.includes(word)));
  return listed(thing[name]).every(good)
    ? []
    : [`${name} is a text, or texts with their language.`];
}

/** XML Schema 1.1 dateTimeStamp: with a time zone. */
const INSTANT = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

function wrongDates(from: unknown, until: unknown): string[] {
  const wrong = [
    ['validFrom', from],
    ['validUntil', until],
  ].filter(([, at]) => at !== undefined && !(typeof at === 'string' && INSTANT.test(at)));
  if (wrong.length > 0) return wrong.map(([name]) => `${name} is an instant with its time zone.`);
  const isTurned =
    from !== undefined &&
    until !== undefined &&
    String(until) !== String(from) &&
    new Date(String(until)) < new Date(String(from));
  return isTurned ? ['validUntil is not before validFrom.'] : [];
}

function wrongTyped(thing: Json, name: string, needs: readonly ('id' | 'type')[]): string[] {
  return listed(thing[name]).flatMap((one) => {
    if (!isObject(one)) return [`${name} holds objects.`];
    const types = listed(one.type);
    const hasType = types.length > 0 && types.every((word) => typeof word === 'string');
    return [
      ...(needs.includes('type') && !hasType ? [`${name} has a type.`] : []),
      ...(needs.includes('id') && !('id' in one) ? [`${name} has an id.`] : []),
      ...wrongId(one, `${name}.id`),
    ];
  });
}
