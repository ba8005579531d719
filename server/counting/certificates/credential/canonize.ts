import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import type { DocumentLoader } from '@digitalbazaar/vc';
import jsonld from 'jsonld';
import { canonize as canonizeQuads, type Quad } from 'rdf-canonize';
import type { Certificate } from './shapes.ts';

/**
 * Issuing spends four fifths of its time turning JSON-LD into quads, and certificates of one district differ
 * only in a few texts. So the quads are made once, with placeholders, and the texts are put in; canonical
 * order and blank nodes' names are then computed for each certificate, as RDFC-1.0 says. A property test
 * holds the result equal to the library's; so does the first certificate of every template.
 */
export function createCanonize(documentLoader: DocumentLoader): Canonize {
  const templates = new Map<string, Promise<Quad[]>>();
  return async (input, options) => {
    const places = variablePlaces(input);
    if (!places) return cryptosuite.canonize(input, options);
    const placeheld = hold(input, places);
    const key = JSON.stringify(placeheld);
    const known = templates.get(key);
    const template = known ?? jsonld.toRDF(placeheld, { ...RDF_OPTIONS, documentLoader });
    if (!known) templates.set(key, template);
    if (templates.size > MOST_TEMPLATES) templates.clear();
    const canonical = await canonizeQuads(
      fill(await template, texts(input, places)),
      QUADS_OPTIONS,
    );
    if (!known && canonical !== (await cryptosuite.canonize(input, options))) {
      throw new Error('A certificate’s template does not give what the library gives.');
    }
    return canonical;
  };
}

export type Canonize = typeof cryptosuite.canonize;

// Plans change a few times a year; more templates than this means that something meant to vary does not.
const MOST_TEMPLATES = 100;
const RDF_OPTIONS = { safe: true, base: null, rdfDirection: 'i18n-datatype' } as const;
const QUADS_OPTIONS = { algorithm: 'RDFC-1.0', format: 'application/n-quads' } as const;
const PLACEHOLDER = 'urn:gongyu:placeholder:';

type Path = readonly string[];

const CERTIFICATE_PLACES: readonly Path[] = [
  ['id'],
  ['awardedDate'],
  ['validFrom'],
  ['validUntil'],
  ['credentialSubject', 'licenseNumber'],
  ['credentialSubject', 'identifier', '0', 'identityHash'],
  ['credentialSubject', 'identifier', '1', 'identityHash'],
  ...['0', '1'].flatMap((entry) =>
    ['id', 'statusListIndex', 'statusListCredential'].map((key) => [
      'credentialStatus',
      entry,
      key,
    ]),
  ),
];
const PROOF_PLACES: readonly Path[] = [['created']];

function variablePlaces(input: object): readonly Path[] | undefined {
  if ('cryptosuite' in input) return PROOF_PLACES;
  if (!('credentialSubject' in input && 'licenseNumber' in Object(input.credentialSubject))) {
    return undefined;
  }
  const { id, issuer, credentialSubject, credentialStatus } = input as Certificate;
  const { achievement } = credentialSubject;
  const nodes = [id, issuer.id, achievement.id, achievement.resultDescription[0].id];
  const ids = [...nodes, ...credentialStatus.map((entry) => entry.id)];
  // Two nodes with one id are one node in RDF; the template keeps them apart.
  const apart = new Set(ids).size === ids.length;
  const places = CERTIFICATE_PLACES.filter((path) => read(input, path) !== undefined);
  return apart ? places : undefined;
}

function texts(input: object, places: readonly Path[]): string[] {
  return places.map((path) => read(input, path) ?? '');
}

function read(input: object, path: Path): string | undefined {
  return path.reduce<unknown>(
    (at, key) => (at as Record<string, unknown> | undefined)?.[key],
    input,
  ) as string | undefined;
}

function hold(input: object, places: readonly Path[]): object {
  const copy = structuredClone(input);
  for (const [at, path] of places.entries()) {
    const holder = path
      .slice(0, -1)
      .reduce<unknown>((parent, key) => (parent as Record<string, unknown>)[key], copy);
    (holder as Record<string, string>)[path.at(-1) ?? ''] = `${PLACEHOLDER}${at}`;
  }
  return copy;
}

function fill(template: readonly Quad[], values: readonly string[]): Quad[] {
  const put = <Term extends { value: string }>(term: Term): Term =>
    term.value.startsWith(PLACEHOLDER)
      ? { ...term, value: values[Number(term.value.slice(PLACEHOLDER.length))] ?? '' }
      : term;
  return template.map((quad) => ({
    ...quad,
    subject: put(quad.subject),
    object: put(quad.object),
  }));
}
