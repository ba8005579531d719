/** As the server takes it: base64url. */
const TOKEN = /^[\w-]{20,1200}$/;

/** The token in what was scanned, pasted or stands after `#`; undefined when there is none. */
export function readToken(text: string): string | undefined {
  const token = text.trim().split('#').at(-1)?.trim() ?? '';
  return TOKEN.test(token) ? token : undefined;
}
