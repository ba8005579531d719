import { createHash } from 'node:crypto';

/**
 * The Content-Security-Policy of a page: scripts come from here alone, and from within the page only as the build
 * wrote them, by their hash. Styles are made at run time by the desk's component library.
 */
export function pagePolicy(html: string): string {
  const within = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  return [
    "default-src 'self'",
    ["script-src 'self'", ...within].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
