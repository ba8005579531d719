import { type TSchema, Type } from 'typebox';
import { BadRequest } from './refusals.ts';

const MOST_A_PAGE = 100;

/** Cursor paging: `limit` and the `cursor` of the page before. */
export const PageQuery = {
  limit: Type.Integer({ minimum: 1, maximum: MOST_A_PAGE, default: 20 }),
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
};

/** A page of something; `next` is missing on the last one. */
export function Page<Shape extends TSchema>(shape: Shape, title: string) {
  return Type.Object({ items: Type.Array(shape), next: Type.Optional(Type.String()) }, { title });
}

/** An opaque cursor from the sort values of the last row shown. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The sort values again; refuses what we did not make. */
export function decodeCursor(cursor: string, length: number): (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const whole = Array.isArray(values) && values.length === length;
    if (whole && values.every((one) => typeof one === 'string' || typeof one === 'number')) {
      return values;
    }
  } catch {
    // Not JSON: refused below like any other cursor that we did not make.
  }
  throw BadRequest({
    fields: [
      {
        field: 'cursor',
        reason: { zh: '请从第一页重新开始', en: 'Please start again from the first page' },
      },
    ],
  });
}
