/**
 * Every limit of a roster import, in one place, with its reason. A roster is a file from outside: each thing in
 * it that could grow without end has an end here.
 */

const MIB = 1024 * 1024;

/** A district of 150,000 students in OneRoster CSV is about 100 MiB unpacked and 20 MiB zipped. */
export const MAX_UPLOAD_BYTES = 200 * MIB;

/** All that a zip may unpack to: five times the largest roster we know of. */
export const MAX_UNPACKED_BYTES = 600 * MIB;

/** One file inside a zip; users.csv of the largest district is about 80 MiB. */
export const MAX_UNPACKED_ENTRY_BYTES = 300 * MIB;

/** A workbook is read whole; its XML becomes text of twice that size. Larger rosters come as CSV. */
export const MAX_WORKBOOK_UNPACKED_BYTES = 160 * MIB;

/** Deflate reaches about 1000 : 1 on zeros and rarely 60 : 1 on sheets of repeated rows. */
export const MAX_COMPRESSION_RATIO = 200;

/** Below this an entry may have any ratio: nothing can be flooded with one mebibyte. */
export const RATIO_MATTERS_FROM_BYTES = MIB;

/** OneRoster has at most 16 files, a workbook some 30 parts. */
export const MAX_ZIP_ENTRIES = 300;

/** The longest sensible cell is a school's full name; a longer one is a sheet pasted into a cell. */
export const MAX_CELL_CHARACTERS = 2_000;

/** A record that goes on for more is a quotation mark that was never closed. */
export const MAX_RECORD_CHARACTERS = 100_000;

/** OneRoster's users.csv with every extension has fewer than 60. */
export const MAX_COLUMNS = 200;

/** Twice the rows of the largest district's largest file; also near the end of an Excel sheet. */
export const MAX_ROWS_A_FILE = 2_000_000;

/** Titles and notes may stand above the header; below this many rows it is not a header any more. */
export const HEADER_WITHIN_ROWS = 20;

/** Nobody reads more than this; the counts by kind are kept for all. */
export const MAX_PROBLEMS_KEPT = 10_000;

/** Rows given back to be mended; a file with more is mended at its source. */
export const MAX_REJECTED_ROWS_KEPT = 20_000;

/** As the directory's tables allow. */
export const MAX_PERSON_NAME_CHARACTERS = 60;
export const MAX_ORGANISATION_NAME_CHARACTERS = 100;

/** Keys of sources: OneRoster's GUIDs, codes of schools. */
export const MAX_KEY_CHARACTERS = 256;

/** Cells of one sheet, empty ones inside its corners included: a cell placed at XFD1048576 would make 17 thousand million. */
export const MAX_CELLS_A_SHEET = 12_000_000;
