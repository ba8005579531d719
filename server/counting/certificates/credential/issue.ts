import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { Compile } from 'typebox/compile';
import type { SigningKeys } from '../../../platform/signing/index.ts';
import { buildCertificate } from './build.ts';
import { createCanonize } from './canonize.ts';
import { offlineDocumentLoader } from './document-loader.ts';
import {
  Certificate,
  type CertificateInput,
  type Proof,
  type SignedCertificate,
  type SignedStatusList,
} from './shapes.ts';
import { type StatusListInput, unsignedStatusList } from './status-list.ts';

/** Signs certificates and their status lists with one district's key. */
export interface Issuer {
  /** The same input gives the same bytes always: the proof is dated by `issuedAt`. */
  issue(input: CertificateInput): Promise<SignedCertificate>;
  issueStatusList(input: StatusListInput): Promise<SignedStatusList>;
}

const certificateShape = Compile(Certificate);

/**
 * An issuer for the keys. Throws a TypeError, on issuing, when the input names another issuer than the keys
 * do or does not fit the shape: a certificate that no verifier would accept must not leave the house.
 */
export function createIssuer(keys: SigningKeys): Issuer {
  const documentLoader = offlineDocumentLoader([keys.didDocument]);
  const templated = { ...cryptosuite, canonize: createCanonize(documentLoader) };
  const signer = {
    id: keys.verificationMethod,
    algorithm: 'Ed25519' as const,
    sign: async ({ data }: { data: Uint8Array }) => keys.sign(data),
  };
  const sign = async <Unsigned extends object>(credential: Unsigned, date: string) => {
    const suite = new DataIntegrityProof({ cryptosuite: templated, signer, date });
    const signed = await vc.issue({ credential, suite, documentLoader });
    // An array even for one proof: readers need not handle two forms, and a second signer can join.
    return { ...signed, proof: [signed.proof as Proof] as [Proof] };
  };
  return {
    async issue(input) {
      if (input.issuer.id !== keys.did) {
        throw new TypeError(`The keys sign for ${keys.did}, not for ${input.issuer.id}.`);
      }
      const certificate = buildCertificate(input);
      if (!certificateShape.Check(certificate)) {
        const [wrong] = certificateShape.Errors(certificate);
        throw new TypeError(
          `A certificate cannot say this: ${wrong?.instancePath} ${wrong?.message}.`,
        );
      }
      return sign(certificate, input.issuedAt);
    },
    async issueStatusList(input) {
      return sign(await unsignedStatusList(input, keys.did), input.issuedAt);
    },
  };
}
