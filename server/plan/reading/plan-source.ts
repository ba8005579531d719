import { type Document, isMap, isSeq, type LineCounter, type Node, type Pair } from 'yaml';
import type { Words } from '../../platform/index.ts';
import type { PlanProblem } from '../problem.ts';

/** Keys and list places from the top of a file down. */
export type Path = readonly (string | number)[];

/** A plan file that could be parsed: its value, and where each part of it stands in the text. */
export interface PlanSource {
  readonly file: string;
  readonly value: unknown;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** A problem at a path; `key` points to the key itself, `value` to what it holds. */
export function problemAt(
  source: PlanSource,
  path: Path,
  { wrong, remedy }: { readonly wrong: Words; readonly remedy: Words },
  at: 'key' | 'value' = 'value',
): PlanProblem {
  const { line, col } = source.lines.linePos(offsetOf(source.document, path, at));
  return { file: source.file, line, column: col, path: showPath(path), wrong, remedy };
}

/** `['rules', 2, 'perHour']` as `rules[2].perHour`. */
function showPath(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

/** The place of the deepest part of the path that the text has. */
function offsetOf(document: Document, path: Path, at: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, step] of path.entries()) {
    if (isSeq(node)) {
      node = node.items[Number(step)];
    } else if (isMap(node)) {
      const pair = node.items.find((one) => keyOf(one) === String(step));
      if (at === 'key' && index === path.length - 1) return startOf(pair?.key) ?? offset;
      // A key without a value has no place of its own: its key's place serves.
      offset = startOf(pair?.key) ?? offset;
      node = pair?.value;
    } else {
      break;
    }
    offset = startOf(node) ?? offset;
  }
  return offset;
}

function keyOf({ key }: Pair): string {
  return String((key as { value?: unknown } | null)?.value);
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
