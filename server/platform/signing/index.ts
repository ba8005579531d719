/**
 * The district's signing keys, Ed25519 and, where a place demands it, SM2, and the name (DID) under which the world
 * knows them. What is signed with them is others' business. May touch: node:crypto and the one file it is told to.
 */

export { privateKeyOf, SIGNATURE_BYTES } from './ed25519.ts';
export { type FormerKey, publishedDidDocument, trustedIssuersOf } from './former-keys.ts';
export { handoverText } from './handover.ts';
export {
  type DidDocument,
  didDocumentOf,
  type Identity,
  identityForHost,
  type VerificationMethod,
} from './identity.ts';
export {
  generateSigningKeys,
  loadOrMakeSigningKeys,
  loadSigningKeys,
  publicKeyOfMultikey,
  type SigningKeys,
  saveSigningKeys,
  signingKeysFromSeed,
  verifySignature,
} from './signing-keys.ts';
export { SM2_ID, type Sm2Keys, sm2KeysFromSeed, verifySm2 } from './sm2.ts';
