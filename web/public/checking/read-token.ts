/** As the server takes it: base64url, or a copy that shows less, in its parts. */
const TOKEN = /^[\w-]{20,1200}$|^[\w-]+\.[\w-]+\.[\w-]+~[\w~-]*$/;

/** Whether it is a copy that shows only what the family chose. */
export function isCopy(token: string): boolean {
  return token.includes('~');
}

/** The token in what was scanned, pasted or stands after `#`; undefined when there is none. */
export function readToken(text: string): string | undefined {
  const token = text.trim().split('#').at(-1)?.trim() ?? '';
  return TOKEN.test(token) ? token : undefined;
}
