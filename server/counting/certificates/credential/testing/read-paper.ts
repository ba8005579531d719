/** For tests that look into a certificate's PDF as a reader would: what is attached, what can be drawn. */
import { inflateSync } from 'node:zlib';
import type { SignedCertificate } from '../shapes.ts';

/** The inflated streams of a PDF, as Latin-1 text. */
function streamsOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/>>\nstream\n([\s\S]*?)\nendstream/g)].flatMap(([, body = '']) => {
    try {
      return [inflateSync(Buffer.from(body, 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });
}

/** The credential that travels inside the paper. */
export function credentialIn(pdf: Buffer): SignedCertificate {
  const attached = streamsOf(pdf).find((stream) => stream.startsWith('{'));
  if (!attached) throw new Error('Nothing is attached to the paper.');
  return JSON.parse(Buffer.from(attached, 'latin1').toString('utf8'));
}

/** The detached signature that travels beside it: a short DER sequence. */
export function signatureIn(pdf: Buffer): Buffer | undefined {
  const found = streamsOf(pdf).find(
    (stream) => stream.startsWith('0') && stream.charCodeAt(1) === stream.length - 2,
  );
  return found === undefined ? undefined : Buffer.from(found, 'latin1');
}

/** Every letter of a PDF's text layer: the glyphs that it embeds, turned back by the fonts' ToUnicode maps. */
export function lettersOf(pdf: Buffer): string {
  const maps = streamsOf(pdf).filter((stream) => stream.includes('beginbfrange'));
  return maps
    .flatMap((map) =>
      [...map.matchAll(/<([0-9a-f ]+)>/g)].map(([, hex = '']) => hex.replaceAll(' ', '')),
    )
    .filter((hex) => hex.length % 4 === 0)
    .map((hex) => Buffer.from(hex, 'hex').swap16().toString('utf16le'))
    .join('');
}
