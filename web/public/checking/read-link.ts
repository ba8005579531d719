/** What a link says by itself: `server/counting/certificates/credential/token.ts`, read without the server. */
export interface SaidByLink {
  readonly expiresAt: Date;
  /** Undefined of a link from before links said more than which certificate. */
  readonly facts: LinkFacts | undefined;
  /** What the signature is over, and the signature. */
  readonly signed: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

export interface LinkFacts {
  readonly number: string;
  readonly childName: string;
  readonly idNumberLastFour: string;
  /** Hundredths of a point. */
  readonly threshold: number;
  readonly issuedAt: Date;
  readonly statusList: number;
  readonly statusIndex: number;
}

const ID_BYTES = 16;
const HEAD_BYTES = 1 + ID_BYTES + 4;
const NUMBERS_BYTES = 14;
const SIGNATURE_BYTES = 64;
const PURPOSE = new TextEncoder().encode('gongyu certificate link\n');

/** Undefined for what has not the form of a link's token. Nothing in it is believed yet. */
export function readLink(token: string): SaidByLink | undefined {
  const bytes = fromBase64Url(token);
  const end = (bytes?.length ?? 0) - SIGNATURE_BYTES;
  if (!bytes || end < HEAD_BYTES) return undefined;
  const payload = bytes.slice(0, end);
  const isPlain = payload[0] === 1 && end === HEAD_BYTES;
  const facts = payload[0] === 2 ? factsIn(payload) : undefined;
  if (!isPlain && !facts) return undefined;
  const signed = new Uint8Array(PURPOSE.length + end);
  signed.set(PURPOSE);
  signed.set(payload, PURPOSE.length);
  return {
    expiresAt: new Date(new DataView(payload.buffer).getUint32(1 + ID_BYTES) * 1000),
    facts,
    signed,
    signature: bytes.slice(end),
  };
}

function factsIn(payload: Uint8Array<ArrayBuffer>): LinkFacts | undefined {
  if (payload.length < HEAD_BYTES + NUMBERS_BYTES) return undefined;
  const numbers = new DataView(payload.buffer, HEAD_BYTES);
  const texts: string[] = [];
  let at = HEAD_BYTES + NUMBERS_BYTES;
  while (at < payload.length) {
    const end = at + 1 + (payload[at] ?? 0);
    if (end > payload.length) return undefined;
    texts.push(new TextDecoder().decode(payload.slice(at + 1, end)));
    at = end;
  }
  const [number, childName, idNumberLastFour, ...rest] = texts;
  if (number === undefined || childName === undefined || idNumberLastFour === undefined) {
    return undefined;
  }
  if (rest.length > 0) return undefined;
  return {
    ...{ number, childName, idNumberLastFour },
    issuedAt: new Date(numbers.getUint32(0) * 1000),
    threshold: numbers.getUint32(4),
    statusList: numbers.getUint16(8),
    statusIndex: numbers.getUint32(10),
  };
}

/** Undefined for what is not base64url. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
