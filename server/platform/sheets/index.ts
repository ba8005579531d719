/** Spreadsheets as people have them: lists out as XLSX files, and the first sheet of one in. May touch: nothing. */
export { readFirstSheet } from './read-sheet.ts';
export { everyRow, SheetQuery, sendSheet, XLSX } from './send-sheet.ts';
export type { Sheet, SheetColumn } from './write-sheet.ts';
