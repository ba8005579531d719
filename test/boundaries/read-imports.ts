import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { parseSync, Visitor } from 'oxc-parser';

/** One import of one file, a type's included: what is only a type today ties two rooms together all the same. */
export interface Import {
  /** The file that imports, from the repository's root. */
  readonly from: string;
  /** The file imported, from the repository's root; a package by its name as written. */
  readonly to: string;
  readonly isPackage: boolean;
  readonly exists: boolean;
  /** `import('…')` in the course of the program: a page that is loaded late may link back to who loads it. */
  readonly isLate: boolean;
}

/** The imports, re-exports, dynamic imports and `import('…')` types of a file. */
export function readImports(root: string, from: string): Import[] {
  const parsed = parseSync(from, readFileSync(join(root, from), 'utf8'));
  const failed = parsed.errors[0];
  if (failed) throw new Error(`${from} cannot be read: ${failed.message}`);
  const names = new Set<string>();
  for (const { moduleRequest } of parsed.module.staticImports) names.add(moduleRequest.value);
  for (const { entries } of parsed.module.staticExports) {
    for (const { moduleRequest } of entries) if (moduleRequest) names.add(moduleRequest.value);
  }
  const late = new Set<string>();
  new Visitor({
    ImportExpression: ({ source }) => addLiteral(source, late),
    TSImportType: ({ source }) => addLiteral(source, names),
  }).visit(parsed.program);
  return [
    ...[...names].map((name) => resolve(root, from, name, false)),
    ...[...late].filter((name) => !names.has(name)).map((name) => resolve(root, from, name, true)),
  ];
}

function addLiteral(source: { type: string; value?: unknown }, names: Set<string>): void {
  if (source.type === 'Literal' && typeof source.value === 'string') names.add(source.value);
}

function resolve(root: string, from: string, name: string, isLate: boolean): Import {
  if (!name.startsWith('.')) return { from, to: name, isPackage: true, exists: true, isLate };
  const path = normalize(join(dirname(from), name.replace(/\?.*$/, '')));
  return { from, to: path, isPackage: false, exists: existsSync(join(root, path)), isLate };
}
