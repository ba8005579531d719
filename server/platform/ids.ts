import { v7 } from 'uuid';

/** A UUIDv7 (RFC 9562): unique everywhere, and in the order of its making, which keeps indexes dense. */
export function newId(): string {
  return v7();
}
