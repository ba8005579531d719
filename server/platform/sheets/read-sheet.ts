import readXlsx from 'read-excel-file/node';

/** The cells of a file's first sheet, as text, dates and times as ISO 8601; throws when the file is no XLSX. */
export async function readFirstSheet(bytes: Buffer): Promise<string[][]> {
  const sheets = await readXlsx(bytes);
  const rows = sheets[0]?.data ?? [];
  return rows.map((row) => row.map(textOf));
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString() : String(value).trim();
}
