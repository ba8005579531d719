/** A sheet is made in memory, some 6 KB a row: a large subdistrict's students fit. Who has more narrows the list. */
export const MOST_ROWS_A_SHEET = 50_000;
