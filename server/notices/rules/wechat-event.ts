import { createHash, timingSafeEqual } from 'node:crypto';

export interface SignedQuery {
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
}

/** Whether the account's server sent it: SHA-1 over token, timestamp and nonce, sorted (its "plain" mode). */
export function isFromWechat({ signature, timestamp, nonce }: SignedQuery, token: string): boolean {
  const text = [token, timestamp, nonce].sort().join('');
  const expected = createHash('sha1').update(text).digest('hex');
  const [ours, theirs] = [Buffer.from(expected), Buffer.from(signature)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}

export type WechatEvent =
  /** What became of a message by template. */
  | { readonly kind: 'sent'; readonly id: string; readonly status: string; readonly openId: string }
  /** Somebody follows the account no more. */
  | { readonly kind: 'unsubscribed'; readonly openId: string }
  | { readonly kind: 'other' };

/** Reads the flat XML of an event. What we do not know is `other`, never an error: the platform would send it again. */
export function readWechatEvent(xml: string): WechatEvent {
  const field = (name: string) =>
    new RegExp(`<${name}>(?:<!\\[CDATA\\[([^\\]]*)\\]\\]>|([^<]*))</${name}>`).exec(xml);
  const text = (name: string) => field(name)?.[1] ?? field(name)?.[2] ?? '';
  const openId = text('FromUserName');
  switch (text('Event')) {
    case 'TEMPLATESENDJOBFINISH':
      return { kind: 'sent', id: text('MsgID'), status: text('Status'), openId };
    case 'unsubscribe':
      return { kind: 'unsubscribed', openId };
    default:
      return { kind: 'other' };
  }
}
