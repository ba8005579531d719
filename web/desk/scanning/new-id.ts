/** A UUIDv7 (RFC 9562): in the order of making. `crypto.randomUUID` is missing on plain http. */
export function newId(now: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = Math.floor(now).toString(16).padStart(12, '0');
  for (let index = 0; index < 6; index += 1) {
    bytes[index] = Number.parseInt(time.slice(2 * index, 2 * index + 2), 16);
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
