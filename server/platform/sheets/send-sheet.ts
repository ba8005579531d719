import type { FastifyReply, FastifyRequest } from 'fastify';
import { type TProperties, Type } from 'typebox';
import { MOST_ROWS_A_SHEET } from './limits.ts';
import { SheetTooLong } from './refusals.ts';
import { type Sheet, writeSheet } from './write-sheet.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What the sheet of a list may be asked: the filters of the list, and the language, for a link carries no header. */
export function SheetQuery<Filters extends TProperties>(filters: Filters) {
  return Type.Object({
    ...filters,
    lang: Type.Optional(Type.String({ maxLength: 10, description: 'zh-CN or en' })),
  });
}

/**
 * All rows of a list, for its sheet: the list itself is asked for one long page, so that its access, its filters
 * and its log are the sheet's too. `await everyRow((page) => browseStudents(district, who, { ...query, ...page }))`
 */
export async function everyRow<Row>(
  list: (page: { limit: number }) => Promise<{ items: Row[]; next?: string }>,
): Promise<Row[]> {
  const { items, next } = await list({ limit: MOST_ROWS_A_SHEET });
  if (next !== undefined) throw SheetTooLong();
  return items;
}

/** Answers with the sheet as a file to keep; a plain link to it works in every browser, WeChat's included. */
export async function sendSheet<Row>(
  request: FastifyRequest,
  reply: FastifyReply,
  sheet: Sheet<Row>,
) {
  const workbook = await writeSheet(sheet, request.call.language);
  const named = encodeURIComponent(`${sheet.title}.xlsx`).replace(/['()*]/g, escaped);
  reply.header(
    'content-disposition',
    `attachment; filename="list.xlsx"; filename*=UTF-8''${named}`,
  );
  reply.header('cache-control', 'private, no-store');
  return reply.type(XLSX).send(workbook);
}

/** Characters that a URI may hold and a header's value may not. */
function escaped(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
