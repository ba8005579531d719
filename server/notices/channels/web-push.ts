import type { District } from '../../platform/index.ts';
import { type Channel, type Message, NotSent, type WhyNot } from './channel.ts';
import { encryptPush, type PushKeys } from './encrypt-push.ts';
import { vapidOf } from './vapid.ts';

const MILLISECONDS_TO_ANSWER = 8000;
/** A phone that is off gets it when it is on again, if it is not too old by then. */
const SECONDS_KEPT = 12 * 3600;

/** The browsers' own push services. To another host nothing is sent: who subscribes names where we knock. */
const pushHosts: readonly RegExp[] = [
  /^fcm\.googleapis\.com$/,
  /^updates\.push\.services\.mozilla\.com$/,
  /^web\.push\.apple\.com$/,
  /^[a-z0-9-]+\.notify\.windows\.com$/,
];

/** A subscription as a browser gives it, kept as its JSON. */
export interface PushSubscription {
  readonly endpoint: string;
  readonly keys: PushKeys;
}

/** Whether a subscription leads to a push service that we know, or that the operator named. */
export function isPushService(endpoint: string, more: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, hostname, host } = new URL(endpoint);
  if (more.includes(host)) return true;
  return protocol === 'https:' && pushHosts.some((known) => known.test(hostname));
}

/** Web Push: 201 is taken; 404 and 410 say that the browser has unsubscribed. The page's worker tells when it is shown. */
export function webPushChannel(district: District, more: readonly string[] = []): Channel {
  const vapid = vapidOf(district);
  return {
    name: 'web-push',
    async send(address, message) {
      const { endpoint, keys } = JSON.parse(address) as PushSubscription;
      if (!isPushService(endpoint, more)) throw new NotSent('gone', 'unknown-push-service');
      const { origin } = new URL(endpoint);
      const status = await post(endpoint, {
        body: encryptPush(textOf(message), keys),
        authorization: vapid.authorization(origin, new Date()),
        urgency: message.isUrgent ? 'high' : 'normal',
      });
      if (status !== 201) throw new NotSent(whyNot(status), String(status));
      return { providerId: message.id };
    },
  };
}

/** What the worker shows; it reads no more than this. */
function textOf({ id, heading, url, language }: Message): string {
  const { pathname } = new URL(url);
  return JSON.stringify({
    id,
    title: language === 'en' ? 'Gongyu' : '共育',
    body: heading,
    path: pathname,
  });
}

async function post(
  endpoint: string,
  { body, authorization, urgency }: { body: Buffer; authorization: string; urgency: string },
): Promise<number> {
  try {
    const { status } = await fetch(endpoint, {
      method: 'POST',
      headers: {
        authorization,
        urgency,
        ttl: String(SECONDS_KEPT),
        'content-encoding': 'aes128gcm',
        'content-type': 'application/octet-stream',
      },
      body: new Uint8Array(body),
      redirect: 'error',
      signal: AbortSignal.timeout(MILLISECONDS_TO_ANSWER),
    });
    return status;
  } catch (error) {
    throw new NotSent('later', 'no-answer', (error as Error).message);
  }
}

function whyNot(status: number): WhyNot {
  if (status === 404 || status === 410) return 'gone';
  return status === 429 || status >= 500 ? 'later' : 'refused';
}
