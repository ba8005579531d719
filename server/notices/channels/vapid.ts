import { createECDH, createPrivateKey, type KeyObject, sign } from 'node:crypto';
import type { District } from '../../platform/index.ts';

/** How a push service knows us (RFC 8292). */
export interface Vapid {
  /** The uncompressed point, base64url: browsers subscribe with it. */
  readonly publicKey: string;
  /** The header of a message to a service. */
  authorization(origin: string, at: Date): string;
}

/** A day at most says the standard; clocks differ. */
const TOKEN_SECONDS = 12 * 3600;

/** From the district's secret, so that every program of an installation is the same sender. */
export function vapidOf({ sealing, publicUrl }: Pick<District, 'sealing' | 'publicUrl'>): Vapid {
  const seed = sealing.key('web push').export();
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(seed);
  const point = pair.getPublicKey();
  const key = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
      d: seed.toString('base64url'),
    },
  });
  const publicKey = point.toString('base64url');
  return {
    publicKey,
    authorization(origin, at) {
      const exp = Math.floor(at.getTime() / 1000) + TOKEN_SECONDS;
      return `vapid t=${tokenOf({ aud: origin, exp, sub: publicUrl }, key)}, k=${publicKey}`;
    },
  };
}

/** A JSON Web Token, ES256. */
function tokenOf(claims: object, key: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ typ: 'JWT', alg: 'ES256' })}.${part(claims)}`;
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}
