import type { KeyObject } from 'node:crypto';
import type { Sealing } from '../../../platform/index.ts';

const purposes = ['phone', 'id-number'] as const;

/** One personal field of many rows, and what it is sealed for. */
export interface PersonalColumn {
  readonly purpose: (typeof purposes)[number];
  readonly plain: readonly (string | null)[];
}

/**
 * A line a row, as COPY's text form has it: of each column the cell of the blind index and the cell of the sealed
 * text. A preview needs the indexes only; sealing is what costs.
 */
export function personalLines(
  sealing: Sealing,
  columns: readonly PersonalColumn[],
  withSeals: boolean,
): string {
  const cells = columns.map(({ purpose, plain }) =>
    plain.map((text) => {
      if (text === null) return `${NULL}\t${NULL}`;
      const index = bytesCell(sealing.blindIndex(purpose, text));
      return `${index}\t${withSeals ? bytesCell(sealing.seal(purpose, text)) : NULL}`;
    }),
  );
  const [first = [], ...others] = cells;
  return first
    .map((cell, row) => [cell, ...others.map((other) => other[row])].join('\t'))
    .join('\n');
}

const NULL = '\\N';

/** In a cell of COPY the backslash before the hex digits is itself escaped. */
function bytesCell(bytes: Buffer): string {
  return `\\\\x${bytes.toString('hex')}`;
}

/** All that `personalLines` asks of a sealing, for the thread that is given no more. */
export function personalKeys({ key }: Sealing): Map<string, KeyObject> {
  const names = purposes.flatMap((purpose) => [`index ${purpose}`, `seal ${purpose}`]);
  return new Map(names.map((name) => [name, key(name)]));
}
