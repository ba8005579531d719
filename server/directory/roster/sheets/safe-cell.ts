/**
 * Text as it may stand in a sheet that we hand out. What begins like a formula is preceded by an apostrophe,
 * which a spreadsheet shows as nothing and which keeps it from computing (CWE-1236). Text cells of an .xlsx
 * would not compute, but such sheets are saved as CSV and opened again.
 */
export function safeCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
