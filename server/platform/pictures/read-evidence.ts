import { cleanPicture } from './clean-picture.ts';
import { MOST_PDF_BYTES } from './limits.ts';
import { PdfTooLarge } from './refusals.ts';

/** What somebody shows for what they say: drawn anew as JPEG, or a PDF as it came. */
export interface EvidenceFile {
  readonly kind: 'picture' | 'pdf';
  readonly content: Buffer;
}

/** Reads it by its content, whatever its name says. A PDF is never opened here: whoever serves it has it saved. */
export async function readEvidence(bytes: Buffer): Promise<EvidenceFile> {
  const isPdf = bytes.subarray(0, 5).toString('latin1') === '%PDF-';
  if (!isPdf) return { kind: 'picture', content: (await cleanPicture(bytes)).large };
  if (bytes.length > MOST_PDF_BYTES) throw PdfTooLarge();
  return { kind: 'pdf', content: bytes };
}
