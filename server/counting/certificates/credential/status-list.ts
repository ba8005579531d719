import {
  BitstringStatusList,
  createCredential,
  decodeList,
} from '@digitalbazaar/vc-bitstring-status-list';
import type { SignedStatusList, StatusPurpose } from './shapes.ts';

/** The least a list may have (Bitstring Status List 1.0): fewer would tell whose bit was asked for. */
export const STATUS_LIST_LENGTH = 131_072;

export interface StatusList {
  readonly length: number;
  /** Throws a RangeError when the list has no such place. */
  has(index: number): boolean;
  set(index: number, marked: boolean): void;
  /** Gzip and base64url, as the standard asks; also how a list is kept between changes. */
  encode(): Promise<string>;
}

/** A list in which nobody is marked, or those at the given places. */
export function createStatusList(
  marked: Iterable<number> = [],
  length = STATUS_LIST_LENGTH,
): StatusList {
  const list = wrap(new BitstringStatusList({ length }));
  for (const index of marked) list.set(index, true);
  return list;
}

/** Throws when the text is no encoded list. */
export async function decodeStatusList(encoded: string): Promise<StatusList> {
  return wrap(await decodeList({ encodedList: encoded }));
}

export interface StatusListInput {
  /** Where the signed list is published: what certificates name as `statusListCredential`. */
  readonly url: string;
  readonly purpose: StatusPurpose;
  readonly list: StatusList;
  /** ISO 8601, UTC. */
  readonly issuedAt: string;
  readonly validUntil?: string;
}

/** The list as a credential still to be signed by `issuer`. */
export async function unsignedStatusList(
  { url, purpose, list, issuedAt, validUntil }: StatusListInput,
  issuer: string,
): Promise<Omit<SignedStatusList, 'proof'>> {
  const made = await createCredential({ id: url, list, statusPurpose: purpose });
  return {
    ...(made as Pick<SignedStatusList, '@context' | 'id' | 'type' | 'credentialSubject'>),
    issuer,
    validFrom: issuedAt,
    ...(validUntil === undefined ? {} : { validUntil }),
  };
}

function wrap(bits: BitstringStatusList): StatusList {
  const requirePlace = (index: number) => {
    if (!(Number.isSafeInteger(index) && index >= 0 && index < bits.length)) {
      throw new RangeError(`A status list of ${bits.length} places has no place ${index}.`);
    }
  };
  return {
    length: bits.length,
    has(index) {
      requirePlace(index);
      return bits.getStatus(index);
    },
    set(index, marked) {
      requirePlace(index);
      bits.setStatus(index, marked);
    },
    encode: () => bits.encode(),
  };
}
