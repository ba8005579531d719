import readXlsx from 'read-excel-file/node';

/** The cells of a file's first sheet, as text; throws when the file is no XLSX. */
export async function readFirstSheet(bytes: Buffer): Promise<string[][]> {
  const sheets = await readXlsx(bytes);
  const rows = sheets[0]?.data ?? [];
  return rows.map((row) => row.map((value) => (value === null ? '' : String(value).trim())));
}
