import type { District } from '../../../platform/index.ts';
import {
  type DidDocument,
  publicKeyOfMultikey,
  verifySignature,
} from '../../../platform/signing/index.ts';
import { CREDENTIALS_CONTEXT, openJwt } from '../credential/index.ts';
import { wrongInCredential } from './check-model.ts';
import { type VerifyTrialOptions, wrongNow } from './check-now.ts';
import { idOf, isObject, type Json, listed } from './json.ts';
import { trialLoader } from './loader.ts';

const TYPE = 'EnvelopedVerifiableCredential';
const ENVELOPE = /^data:application\/vc\+jwt[;,](?:[^,]*,)?([\w-]+\.[\w-]+\.[\w-]+)$/;

export function isEnveloped(credential: unknown): credential is Json {
  return isObject(credential) && listed(credential.type).includes(TYPE);
}

/** Of a vc+jwt in a data URL: the envelope's own words, then the signature, by a key that its issuer asserts with. */
export async function wrongInEnvelope(
  district: District,
  envelope: Json,
  options: VerifyTrialOptions,
): Promise<string[]> {
  if (listed(envelope['@context'])[0] !== CREDENTIALS_CONTEXT) {
    return [`@context of an envelope begins with ${CREDENTIALS_CONTEXT}.`];
  }
  if (listed(envelope.type).length !== 1) return [`type of an envelope is ${TYPE} and no other.`];
  const [, text = ''] = ENVELOPE.exec(String(envelope.id)) ?? [];
  const jwt = openJwt(text);
  if (!jwt) {
    return ['An enveloped credential is a data URL of application/vc+jwt, signed with EdDSA.'];
  }
  const { content } = jwt;
  const errors = wrongInCredential(content);
  if (errors.length > 0 || !isObject(content)) return errors;
  const publicKey = await keyOf(district, { kid: jwt.kid, issuer: String(idOf(content.issuer)) });
  if (!publicKey) return ['kid is no key that the issuer asserts with, as far as is known here.'];
  return verifySignature(publicKey, jwt.signed, jwt.signature)
    ? wrongNow(district, content, options)
    : ['The signature of the enveloped credential does not hold.'];
}

async function keyOf(district: District, { kid, issuer }: { kid: string; issuer: string }) {
  try {
    const { document } = await trialLoader(district)(issuer);
    const { verificationMethod = [], assertionMethod = [] } = document as Partial<DidDocument>;
    const method = verificationMethod.find(({ id }) => id === kid && assertionMethod.includes(id));
    return method && (await publicKeyOfMultikey(method.publicKeyMultibase));
  } catch {
    return undefined; // An issuer that is not at hand.
  }
}
