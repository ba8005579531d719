/** A phone's camera at its best. */
export const MOST_PICTURE_BYTES = 15 * 1024 * 1024;
/** A small file may unpack to a picture that fills the memory. */
export const MOST_PIXELS = 60_000_000;
/** Enough for a whole screen … */
export const LARGE_EDGE_PIXELS = 1600;
/** … and for a list. */
export const SMALL_EDGE_PIXELS = 480;
export const JPEG_QUALITY = 80;
/** A scan of a few pages. */
export const MOST_PDF_BYTES = 5 * 1024 * 1024;
