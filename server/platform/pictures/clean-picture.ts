import type { Metadata } from 'sharp';
import {
  JPEG_QUALITY,
  LARGE_EDGE_PIXELS,
  MOST_PICTURE_BYTES,
  MOST_PIXELS,
  SMALL_EDGE_PIXELS,
} from './limits.ts';
import { PictureTooLarge, PictureUnreadable } from './refusals.ts';

/** A picture in two sizes, as JPEG, with nothing in it but what one sees. */
export interface CleanPicture {
  readonly large: Buffer;
  readonly small: Buffer;
  /** Of the large one, in pixels. */
  readonly width: number;
  readonly height: number;
}

const formats = ['jpeg', 'png', 'webp'];

/**
 * Reads a picture by its content, whatever its name says, and draws it anew: upright, no larger than a screen, and
 * without where, when and by which phone it was taken. Refuses what is no picture. Cost: some 100 ms of one core,
 * beside the requests.
 */
export async function cleanPicture(bytes: Buffer): Promise<CleanPicture> {
  if (bytes.length > MOST_PICTURE_BYTES) throw PictureTooLarge();
  // Only its head is read: one that unpacks to too many points is never unpacked.
  const head = await headOf(bytes);
  if (!head || !formats.includes(head.format)) throw PictureUnreadable();
  if (head.width * head.height > MOST_PIXELS) throw PictureTooLarge();
  const sharp = await draftsman();
  try {
    const read = () => sharp(bytes, { limitInputPixels: MOST_PIXELS }).autoOrient();
    const within = (edge: number) =>
      read()
        .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: JPEG_QUALITY });
    const large = await within(LARGE_EDGE_PIXELS).toBuffer({ resolveWithObject: true });
    const small = await within(SMALL_EDGE_PIXELS).toBuffer();
    return { large: large.data, small, width: large.info.width, height: large.info.height };
  } catch {
    throw PictureUnreadable();
  }
}

async function headOf(bytes: Buffer): Promise<Metadata | undefined> {
  const sharp = await draftsman();
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch {
    return undefined;
  }
}

/** Loaded with the first picture: most starts draw none. */
const draftsman = async () => (await import('sharp')).default;
