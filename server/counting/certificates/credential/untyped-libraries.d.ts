// The libraries ship no types; these are the parts of them that this project uses.
declare module '@digitalbazaar/vc' {
  export interface LoadedDocument {
    contextUrl: null;
    documentUrl: string;
    document: unknown;
    tag?: 'static';
  }
  export type DocumentLoader = (url: string) => Promise<LoadedDocument>;
  export function issue<Unsigned extends object>(options: {
    credential: Unsigned;
    suite: object;
    documentLoader: DocumentLoader;
  }): Promise<Unsigned & { proof: object }>;
  export function verifyCredential(options: {
    credential: object;
    suite: object;
    documentLoader: DocumentLoader;
    now: Date;
    checkStatus: CheckStatus;
  }): Promise<{ verified: boolean; error?: Error }>;
  export function verify(options: {
    presentation: object;
    suite: object;
    documentLoader: DocumentLoader;
    now: Date;
    challenge: string;
    domain?: string;
    checkStatus: CheckStatus;
  }): Promise<{ verified: boolean; error?: Error }>;
  export function signPresentation(options: {
    presentation: object;
    suite: object;
    documentLoader: DocumentLoader;
    challenge: string;
  }): Promise<object & { proof: object }>;
  type CheckStatus = (asked: { credential: object }) => Promise<{ verified: boolean }>;
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: {
      cryptosuite: object;
      signer?: {
        id: string;
        algorithm: 'Ed25519';
        sign(input: { data: Uint8Array }): Promise<Uint8Array>;
      };
      date?: string;
    });
    createProof(options: {
      document: object;
      purpose: object;
      proofSet: readonly object[];
      documentLoader: import('@digitalbazaar/vc').DocumentLoader;
    }): Promise<Readonly<Record<string, unknown>>>;
    /** Of a document without the proofs that are not under this one. */
    verifyProof(options: {
      proof: object;
      proofSet: readonly object[];
      document: object;
      documentLoader: import('@digitalbazaar/vc').DocumentLoader;
    }): Promise<{ verified: boolean; error?: Error }>;
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: {
    readonly name: string;
    /** RDFC-1.0 of a JSON-LD document, as N-Quads. */
    canonize(
      input: object,
      options: { documentLoader: import('@digitalbazaar/vc').DocumentLoader },
    ): Promise<string>;
  };
}
declare module '@digitalbazaar/vc-bitstring-status-list' {
  export class BitstringStatusList {
    constructor(options: { length: number });
    readonly length: number;
    setStatus(index: number, status: boolean): void;
    getStatus(index: number): boolean;
    encode(): Promise<string>;
  }
  export function checkStatus(options: {
    credential: object;
    documentLoader: import('@digitalbazaar/vc').DocumentLoader;
    suite: object;
    verifyBitstringStatusListCredential: boolean;
    verifyMatchingIssuers: boolean;
  }): Promise<{
    /** That the lists could be read; whether a place in them is marked, the results say. */
    verified: boolean;
    results?: readonly { status: boolean }[];
    error?: Error;
  }>;
  export function decodeList(options: { encodedList: string }): Promise<BitstringStatusList>;
  export function createCredential(options: {
    id: string;
    list: { encode(): Promise<string> };
    statusPurpose: string;
  }): Promise<{
    '@context': string[];
    id: string;
    type: string[];
    credentialSubject: {
      id: string;
      type: 'BitstringStatusList';
      encodedList: string;
      statusPurpose: string;
    };
  }>;
}
declare module 'jsonld' {
  const jsonld: {
    toRDF(
      input: object,
      options: {
        documentLoader: import('@digitalbazaar/vc').DocumentLoader;
        safe: boolean;
        base: null;
        rdfDirection: 'i18n-datatype';
      },
    ): Promise<import('rdf-canonize').Quad[]>;
  };
  export default jsonld;
}
declare module 'rdf-canonize' {
  export interface Term {
    termType: string;
    value: string;
  }
  export interface Quad {
    subject: Term;
    predicate: Term;
    object: Term;
    graph: Term;
  }
  export function canonize(
    dataset: Quad[],
    options: { algorithm: 'RDFC-1.0'; format: 'application/n-quads' },
  ): Promise<string>;
}
