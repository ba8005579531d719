import { hash } from 'node:crypto';

/**
 * SHA-256, 32 bytes; of text, that of its UTF-8. Taken over as a string of bytes, for to be handed 32 of them in a buffer
 * costs three times what hashing an entry does.
 */
export function sha256(data: Uint8Array | string): Buffer {
  return Buffer.from(hash('sha256', data, 'binary'), 'binary');
}
