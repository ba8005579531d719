import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
  verify,
} from 'node:crypto';
import type { PushSubscription } from '../channels/web-push.ts';
import { type FakeServer, fakeServer, type Received } from './fake-server.ts';

export interface FakePushService extends FakeServer {
  /** A browser that subscribes with us for this sender. */
  subscribe(senderKey: string): PushSubscription;
  /** What the browsers would show: the texts that could be read. */
  readonly shown: string[];
  /** The browser's user took the permission back. */
  unsubscribeAll(): void;
}

/**
 * A push service and its browsers in one, written from the standards and not from our sender: checks the sender's token
 * (RFC 8292), and opens what only the browser can open (RFC 8291, RFC 8188).
 */
export async function fakePushService(): Promise<FakePushService> {
  const browsers = new Map<string, { pair: ECDH; auth: Buffer; sender: string }>();
  const shown: string[] = [];
  let isGone = false;
  const server = await fakeServer((received) => {
    const browser = browsers.get(received.url.pathname);
    if (!browser || isGone) return [410, ''];
    if (received.headers['content-encoding'] !== 'aes128gcm' || !received.headers.ttl) {
      return [400, ''];
    }
    if (!isFromSender(received, browser.sender)) return [403, ''];
    shown.push(open(received.body, browser.pair, browser.auth));
    return [201, ''];
  });
  return {
    ...server,
    shown,
    subscribe(sender) {
      const pair = createECDH('prime256v1');
      pair.generateKeys();
      const auth = randomBytes(16);
      const path = `/push/${randomBytes(8).toString('hex')}`;
      browsers.set(path, { pair, auth, sender });
      const keys = {
        p256dh: pair.getPublicKey().toString('base64url'),
        auth: auth.toString('base64url'),
      };
      return { endpoint: `${server.endpoint}${path}`, keys };
    },
    unsubscribeAll() {
      isGone = true;
    },
  };
}

function isFromSender({ headers, url }: Received, sender: string): boolean {
  const said = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(
    headers.authorization ?? '',
  );
  if (said?.[4] !== sender) return false;
  const [, head = '', claims = '', signature = ''] = said;
  const point = Buffer.from(sender, 'base64url');
  const key = createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  });
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  const seconds = exp - Date.now() / 1000;
  return (
    isSigned &&
    aud === url.origin &&
    seconds > 0 &&
    seconds <= 86_400 &&
    /^(https?|mailto):/.test(sub)
  );
}

/** The receiver's side of RFC 8291: header, keys, one record, its delimiter. */
function open(message: Buffer, pair: ECDH, auth: Buffer): string {
  const salt = message.subarray(0, 16);
  const keyLength = message.readUInt8(20);
  const sender = message.subarray(21, 21 + keyLength);
  const sealed = message.subarray(21 + keyLength);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), sender]);
  const material = Buffer.from(hkdfSync('sha256', pair.computeSecret(sender), auth, info, 32));
  const derive = (name: string, length: number) =>
    Buffer.from(
      hkdfSync('sha256', material, salt, Buffer.from(`Content-Encoding: ${name}\0`), length),
    );
  const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8');
}
